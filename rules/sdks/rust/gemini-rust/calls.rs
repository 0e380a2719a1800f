use gemini_rust::prelude::*;

async fn ask(key: String) -> Result<(), Box<dyn std::error::Error>> {
    let client = Gemini::new(&key)?;
    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
    let answer = client.generate_content().with_user_message("Hello").execute().await?;
    println!("{}", answer.text());
    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-pro
    Gemini::with_model(&key, Model::Gemini25Pro)?.generate_content().with_user_message("Hello").execute_stream().await?;
    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-3-flash-preview
    client.create_interaction().with_model("gemini-3-flash-preview").with_text("Hello").execute().await?;
    Ok(())
}

async fn embed(key: String) -> Result<(), Box<dyn std::error::Error>> {
    let client = gemini_rust::Gemini::with_model(key, "text-embedding-004".to_string())?;
    // expect: kind=embedding vendor=google platform=google-ai-studio model=text-embedding-004
    client.embed_content().with_text("Hello").execute().await?;
    Ok(())
}
