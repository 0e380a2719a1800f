use anthropic_ai_sdk::client::AnthropicClient;

struct Mail;

impl Mail {
    async fn create_message(&self, _text: &str) {}
}

async fn around(client: &AnthropicClient, plain: &anthropic::Client) -> anyhow::Result<()> {
    println!("{:?}", client.list_models(None).await?);
    println!("{:?}", client.count_tokens(None).await?);
    println!("{:?}", plain.get_model("claude-haiku-4-5").await?);
    Mail.create_message("hello").await;
    let unsent = anthropic_sdk::Client::new().model("claude-3-opus-20240229").build()?;
    Ok(())
}
