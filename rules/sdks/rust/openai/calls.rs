use openai::{
    chat::{ChatCompletion, ChatCompletionDelta, ChatCompletionMessage},
    embeddings::Embeddings,
    Credentials,
};

async fn ask(messages: Vec<ChatCompletionMessage>) -> Result<(), openai::OpenAiError> {
    let credentials = Credentials::from_env();
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    let answer = ChatCompletion::builder("gpt-4o", messages.clone()).credentials(credentials.clone()).create().await?;
    println!("{:?}", answer.choices.first());
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
    ChatCompletionDelta::builder("gpt-4o-mini", messages).temperature(0.2).create_stream().await?;
    // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
    Embeddings::create("text-embedding-3-small", vec!["a"], "me", credentials).await?;
    Ok(())
}

async fn elsewhere(messages: Vec<ChatCompletionMessage>) -> Result<(), openai::OpenAiError> {
    let credentials = Credentials::new("key", "https://openrouter.ai/api/v1");
    // expect: kind=chat vendor=anthropic gateway=openrouter
    ChatCompletion::builder("anthropic/claude-sonnet-4", messages).credentials(credentials).create().await?;
    Ok(())
}
