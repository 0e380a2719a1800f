use misanthropic::{prompt::message::Role, Client, Id, Prompt};

async fn ask() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(std::env::var("ANTHROPIC_API_KEY")?)?;
    let prompt = Prompt::default().model(Id::Sonnet46).system("Be brief.").add_message((Role::User, "Hello"))?;
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-6
    let message = client.message(&prompt).await?;
    println!("{message}");
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-haiku-4-5
    client.stream(Prompt::default().model(Id::Haiku45)).await?;
    Ok(())
}
