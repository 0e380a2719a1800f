use aws_sdk_bedrockruntime::{types::Message, Client};

const MODEL: &str = "anthropic.claude-3-5-sonnet-20241022-v2:0";

async fn ask(message: Message) -> Result<(), Box<dyn std::error::Error>> {
    let config = aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;
    let client = Client::new(&config);
    // expect: kind=chat vendor=anthropic platform=aws-bedrock
    client.converse().model_id(MODEL).messages(message).send().await?;
    // expect: kind=chat vendor=meta platform=aws-bedrock
    client.invoke_model().model_id("meta.llama3-8b-instruct-v1:0").body(blob()).send().await?;
    Ok(())
}
