use google_generative_ai_rs::v1::api::Client;

async fn around(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    println!("{:?}", client.get_model_list(30).await?);
    println!("{:?}", client.get_model(30).await?);
    Ok(())
}
