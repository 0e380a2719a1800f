use ollama_rs::{
    generation::chat::{request::ChatMessageRequest, ChatMessage},
    generation::completion::request::GenerationRequest,
    Ollama,
};

async fn ask(text: String) -> Result<(), Box<dyn std::error::Error>> {
    let ollama = Ollama::default();
    let request = ChatMessageRequest::new("llama3.2:latest".to_string(), vec![ChatMessage::user(text.clone())]);
    // expect: kind=chat vendor=meta platform=ollama
    ollama.send_chat_messages(request).await?;
    let far = Ollama::new("http://localhost".to_string(), 11434);
    let model = "mistral".to_string();
    // expect: kind=completion vendor=mistral platform=ollama
    let answer = far.generate(GenerationRequest::new(model, text)).await;
    if let Ok(answer) = answer {
        println!("{}", answer.response);
    }
    Ok(())
}
