async fn around(client: &openai_api::Client) -> Result<(), openai_api::Error> {
    println!("{:?}", client.engines().await?);
    Ok(())
}
