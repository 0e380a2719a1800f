use rig::client::{CompletionClient, EmbeddingsClient, ProviderClient};
use rig::completion::Prompt;
use rig::providers::{anthropic, gemini, openai};
use rig::providers::anthropic::completion::CLAUDE_SONNET_4_6;

async fn agents() -> Result<String, anyhow::Error> {
    let client = openai::Client::from_env()?;
    let agent = client.agent(openai::GPT_4O).preamble("Be brief.").temperature(0.2).build();
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    let answer = agent.prompt("Hello").await?;
    let claude = anthropic::Client::new("key");
    let second = claude.agent(CLAUDE_SONNET_4_6).build();
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-6
    let other = second.chat(&answer, vec![]).await?;
    Ok(other)
}

async fn others(text: &str) -> Result<(), anyhow::Error> {
    let client = gemini::Client::builder("key").build()?;
    let extractor = client.extractor::<String>("gemini-2.5-flash").build();
    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
    extractor.extract(text).await?;
    let model = openai::Client::from_env()?.embedding_model(openai::TEXT_EMBEDDING_3_SMALL);
    // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
    model.embed_text(text).await?;
    let completions = rig_core::providers::groq::Client::from_env()?.completion_model("llama-3.1-8b-instant");
    // expect: kind=chat vendor=meta platform=groq model=llama-3.1-8b-instant
    completions.completion_request(text).send().await?;
    Ok(())
}
