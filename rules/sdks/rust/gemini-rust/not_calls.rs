use gemini_rust::Gemini;

async fn around(client: &Gemini) -> Result<(), Box<dyn std::error::Error>> {
    client.create_file(vec![1]).display_name("a").upload().await?;
    println!("{:?}", client.get_file("files/a").await?);
    println!("{:?}", client.generate_content().with_user_message("Hello").count_tokens().await?);
    Ok(())
}
