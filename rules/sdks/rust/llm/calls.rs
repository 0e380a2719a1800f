use llm::{
    builder::{LLMBackend, LLMBuilder},
    chat::ChatMessage,
};

async fn ask(text: &str) -> Result<(), Box<dyn std::error::Error>> {
    let client = LLMBuilder::new()
        .backend(LLMBackend::Anthropic)
        .api_key(std::env::var("ANTHROPIC_API_KEY").unwrap_or("key".into()))
        .model("claude-sonnet-4-5")
        .max_tokens(512)
        .build()
        .expect("a client");
    let messages = vec![ChatMessage::user().content(text).build()];
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
    match client.chat(&messages).await {
        Ok(answer) => println!("{answer}"),
        Err(error) => eprintln!("{error}"),
    }
    Ok(())
}
