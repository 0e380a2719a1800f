use groq_api_rust::{ChatCompletionMessage, ChatCompletionRequest, GroqClient};

fn ask(messages: Vec<ChatCompletionMessage>) {
    let key = std::env::var("GROQ_API_KEY").unwrap();
    let client = GroqClient::new(key.to_string(), None);
    let request = ChatCompletionRequest::new("llama-3.3-70b-versatile", messages);
    // expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
    println!("{:?}", client.chat_completion(request).unwrap().choices);
}

async fn other(key: &str) -> anyhow::Result<()> {
    let mut client = groq_api_rs::completion::client::Groq::new(key);
    client.add_messages(vec![]);
    let request = groq_api_rs::completion::request::builder::RequestBuilder::new("gemma2-9b-it".to_string());
    // expect: kind=chat vendor=google platform=groq model=gemma2-9b-it
    client.create(request).await?;
    Ok(())
}
