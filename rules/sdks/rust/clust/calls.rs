use clust::messages::{ClaudeModel, MaxTokens, Message, MessagesRequestBody, MessagesRequestBuilder};
use clust::Client;

async fn ask() -> anyhow::Result<()> {
    let client = Client::from_env()?;
    let body = MessagesRequestBody {
        model: ClaudeModel::Claude3Haiku20240307,
        messages: vec![Message::user("Hello")],
        max_tokens: MaxTokens::new(1024, ClaudeModel::Claude3Haiku20240307)?,
        ..Default::default()
    };
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-haiku-20240307
    let answer = client.create_a_message(body).await?;
    println!("{answer}");
    let built = MessagesRequestBuilder::new(ClaudeModel::Claude35Sonnet20240620).build();
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-20240620
    client.create_a_message_stream(built).await?;
    Ok(())
}
