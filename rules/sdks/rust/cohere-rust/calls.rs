use cohere_rust::api::chat::ChatRequest;
use cohere_rust::api::GenerateModel;
use cohere_rust::Cohere;

async fn ask() {
    let co = Cohere::default();
    let request = ChatRequest { message: "Hello", model: Some(GenerateModel::CommandRPlus), ..Default::default() };
    // expect: kind=chat vendor=cohere platform=cohere-api model=command-r-plus
    match co.chat(&request).await {
        Ok(mut answers) => println!("{:?}", answers.recv().await),
        Err(error) => eprintln!("{error}"),
    }
}
