use langchain_rust::{
    chain::{Chain, LLMChainBuilder},
    language_models::llm::LLM,
    llm::claude::Claude,
    llm::openai::{OpenAI, OpenAIModel},
    prompt_args,
};

async fn ask() -> Result<(), Box<dyn std::error::Error>> {
    let model = OpenAI::default().with_model(OpenAIModel::Gpt4o.to_string());
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    println!("{}", model.invoke("Hello").await?);
    let claude = Claude::default().with_model("claude-3-5-haiku-latest");
    let chain = LLMChainBuilder::new().prompt(template()).llm(claude).build()?;
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-haiku-latest
    chain.invoke(prompt_args! { "text" => "Hi" }).await?;
    Ok(())
}
