use openai_api_rust::chat::*;
use openai_api_rust::*;

fn ask(messages: Vec<Message>) {
    let auth = Auth::from_env().unwrap();
    let openai = OpenAI::new(auth, "https://api.openai.com/v1/");
    let body = ChatBody { model: "gpt-4o".to_string(), max_tokens: Some(7), messages };
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    let answer = openai.chat_completion_create(&body);
    println!("{:?}", answer.unwrap().choices);
}

async fn older(token: &str) -> Result<(), openai_api::Error> {
    let client = openai_api::Client::new(token);
    // expect: kind=completion vendor=openai platform=openai-api
    println!("{}", client.complete_prompt("Once upon a time").await?);
    Ok(())
}
