use mistralai_client::v1::{chat::ChatParams, client::Client, constants::Model};

fn ask() {
    let client = Client::new(None, None, None, None).unwrap();
    // expect: kind=chat vendor=mistral platform=mistral-api model=mistral-large-latest
    let answer = client.chat(Model::MistralLargeLatest, vec![], Some(ChatParams::default())).unwrap();
    println!("{}", answer.choices[0].message.content);
}
