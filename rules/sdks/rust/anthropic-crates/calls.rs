use anthropic_ai_sdk::client::AnthropicClient;
use anthropic_ai_sdk::types::message::{CreateMessageParams, Message, MessageClient, MessageError, RequiredMessageParams, Role};
use serde_json::json;

async fn grouped() -> Result<(), anthropic::Error> {
    let client = anthropic::Client::from_env()?;
    let params = anthropic::types::MessageCreateParams::builder().model("claude-haiku-4-5").max_tokens(256).build();
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-haiku-4-5
    let answer = client.messages().create(params).await?;
    println!("{}", answer.text());
    Ok(())
}

async fn positional() -> anthropic_sdk::Result<()> {
    let client = anthropic_sdk::Anthropic::from_env()?;
    let params = anthropic_sdk::MessageCreateBuilder::new("claude-3-5-sonnet-latest", 1024).user("Hello").build();
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
    client.messages().create(params).await?;
    Ok(())
}

async fn chained(key: &str) -> anyhow::Result<()> {
    let request = anthropic_sdk::Client::new()
        .version("2023-06-01")
        .auth(key)
        .model("claude-3-opus-20240229")
        .messages(&json!([{"role": "user", "content": "Hello"}]))
        .max_tokens(1024)
        .build()?;
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-opus-20240229
    request.execute(|text| async move { println!("{text}") }).await?;
    Ok(())
}

async fn record(key: String) -> Result<(), MessageError> {
    let client = AnthropicClient::new::<MessageError>(key, "2023-06-01")?;
    let body = CreateMessageParams::new(RequiredMessageParams {
        model: "claude-3-7-sonnet-latest".to_string(),
        messages: vec![Message::new_text(Role::User, "Hello")],
        max_tokens: 1024,
    });
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-7-sonnet-latest
    client.create_message(Some(&body)).await?;
    Ok(())
}

async fn elsewhere(key: &str) -> anyhow::Result<()> {
    let client = async_anthropic::Client::builder().base_url("https://openrouter.ai/api/v1").api_key(key).build()?;
    let request = async_anthropic::types::CreateMessagesRequestBuilder::default().model("anthropic/claude-sonnet-4").build()?;
    // expect: kind=chat vendor=anthropic gateway=openrouter
    client.messages().create(request).await?;
    Ok(())
}

async fn older(key: String) -> anyhow::Result<()> {
    let client = anthropic::client::ClientBuilder::default().api_key(key).build()?;
    let request = anthropic::types::CompleteRequestBuilder::default().prompt("Hello").model("claude-instant-1".to_string()).build()?;
    // expect: kind=completion vendor=anthropic platform=anthropic-api model=claude-instant-1
    client.complete(request).await?;
    Ok(())
}

async fn newest() -> anyhow::Result<()> {
    let client = anthropic::Client::from_env()?;
    let request = anthropic::types::MessagesRequestBuilder::new("claude-sonnet-4-5", vec![], 128).build()?;
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
    println!("{:?}", client.messages(request).await?);
    Ok(())
}
