use chatgpt::prelude::*;

async fn ask(key: String) -> Result<()> {
    let client = ChatGPT::new(&key)?;
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-3.5-turbo
    let answer = client.send_message("Hello").await?;
    println!("{}", answer.message().content);
    let told = ChatGPT::new_with_config(key, ModelConfigurationBuilder::default().engine(ChatGPTEngine::Gpt4).build().unwrap())?;
    let mut talk = told.new_conversation();
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4
    talk.send_message("Hello").await?;
    Ok(())
}
