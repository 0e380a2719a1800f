use misanthropic::{Client, Prompt};

async fn around(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    println!("{:?}", client.models().await?);
    println!("{}", client.count_tokens(&Prompt::default()).await?);
    Ok(())
}
