use openrouter_rs::OpenRouterClient;

async fn around(client: &OpenRouterClient) -> Result<(), Box<dyn std::error::Error>> {
    println!("{:?}", client.models().list().await?);
    println!("{:?}", client.management().create_api_key("a", None).await?);
    Ok(())
}
