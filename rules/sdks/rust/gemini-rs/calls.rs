async fn ask() -> Result<(), gemini_rs::Error> {
    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
    println!("{}", gemini_rs::chat("gemini-2.0-flash").send_message("Hello").await?);
    let client = gemini_rs::Client::new("key");
    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-pro
    client.generate_content("gemini-2.5-pro").await?;
    let mut chat = client.chat("gemini-2.5-flash").to_json();
    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
    let found: Vec<String> = chat.json("Hello").await?;
    Ok(())
}
