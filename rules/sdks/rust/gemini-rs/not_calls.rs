async fn around() -> Result<(), gemini_rs::Error> {
    println!("{:?}", gemini_rs::client().models().await?);
    let unused = gemini_rs::chat("gemini-2.0-flash");
    Ok(())
}
