use google_generative_ai_rs::v1::{
    api::Client,
    gemini::{request::Request, Model},
};

async fn ask(key: String, request: Request) -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new_from_model(Model::Gemini1_5Flash, key);
    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-flash
    let answer = client.post(30, &request).await?;
    println!("{:?}", answer.rest());
    let cloud = Client::new_from_region_project_id("us-central1".to_string(), "shop".to_string());
    // expect: kind=chat vendor=google platform=google-vertex model=gemini-1.0-pro
    cloud.post(30, &request).await?;
    Ok(())
}
