use openrouter_rs::{
    api::chat::{ChatCompletionRequest, Message},
    types::Role,
    OpenRouterClient,
};

async fn ask() -> Result<(), Box<dyn std::error::Error>> {
    let client = OpenRouterClient::builder().api_key(std::env::var("OPENROUTER_API_KEY")?).build()?;
    let request = ChatCompletionRequest::builder()
        .model("anthropic/claude-sonnet-4")
        .messages(vec![Message::new(Role::User, "Hello")])
        .build()?;
    // expect: kind=chat vendor=anthropic gateway=openrouter
    let answer = client.chat().create(&request).await?;
    println!("{:?}", answer.choices[0].content());
    // expect: kind=chat vendor=anthropic gateway=openrouter
    client.send_chat_completion(&request).await?;
    Ok(())
}
