use openai_api_rs::v1::api::OpenAIClient;
use openai_api_rs::v1::chat_completion::chat_completion::ChatCompletionRequest;
use openai_api_rs::v1::common::GPT4_O;

async fn ask(key: String) -> Result<(), Box<dyn std::error::Error>> {
    let client = OpenAIClient::builder().with_api_key(key).build()?;
    let request = ChatCompletionRequest::new(GPT4_O.to_string(), vec![]);
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    let answer = client.chat_completion(request).await?;
    println!("{:?}", answer.inner.choices[0].message.content);
    let far = OpenAIClient::builder().with_endpoint("https://openrouter.ai/api/v1").build()?;
    let asked = ChatCompletionRequest::new("anthropic/claude-sonnet-4".into(), vec![]);
    // expect: kind=chat vendor=anthropic gateway=openrouter
    far.chat_completion(asked).await?;
    Ok(())
}
