use reqwest::Client;
use serde::Serialize;
use serde_json::{json, Value};
use std::env;

const URL: &str = "https://api.openai.com/v1/chat/completions";

#[derive(Serialize)]
struct Request {
    model: String,
    messages: Vec<String>,
}

async fn plain(client: &Client) -> Result<Value, reqwest::Error> {
    let body = json!({"model": "gpt-4o", "messages": [{"role": "user", "content": "Hi"}]});
    let answer = client
        .post(URL)
        .bearer_auth("x")
        .json(&body)
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
        .send()
        .await?
        .error_for_status()?
        .json::<Value>()
        .await?;
    Ok(answer)
}

async fn typed(text: String) -> anyhow::Result<String> {
    let client = reqwest::Client::builder().timeout(std::time::Duration::from_secs(30)).build()?;
    let request = Request { model: "claude-sonnet-4-5".into(), messages: vec![text] };
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
    let response = client.post("https://api.anthropic.com/v1/messages").header("x-api-key", "x").json(&request).send().await?;
    Ok(response.text().await?)
}

async fn put_together(client: Client, model: &str) -> anyhow::Result<()> {
    let base = env::var("API_BASE").unwrap_or_else(|_| "https://api.mistral.ai/v1".to_string());
    let url = format!("{}/chat/completions", base);
    let built = client.post(&url).json(&json!({"model": model, "messages": []})).build()?;
    // expect: kind=chat platform=mistral-api dynamic=true
    client.execute(built).await?;
    Ok(())
}

async fn in_address(client: Client) -> anyhow::Result<()> {
    let model = "gemini-2.0-flash";
    let url = format!("https://generativelanguage.googleapis.com/v1beta/models/{model}:generateContent?key={}", "k");
    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
    let response = client.post(url).json(&json!({"contents": []})).send().await?;
    response.error_for_status()?;
    Ok(())
}

fn blocking() -> Result<String, Box<dyn std::error::Error>> {
    let answer = ureq::post("http://localhost:11434/api/generate")
        .set("Content-Type", "application/json")
        // expect: kind=completion platform=ollama vendor=meta model=llama3.2
        .send_json(ureq::json!({"model": "llama3.2", "prompt": "Hi"}))?
        .into_string()?;
    Ok(answer)
}

async fn lower_down() -> anyhow::Result<()> {
    let client = hyper::Client::builder().build::<_, hyper::Body>(hyper_tls::HttpsConnector::new());
    let request = hyper::Request::builder()
        .method("POST")
        .uri("https://api.openai.com/v1/embeddings".parse::<hyper::Uri>()?)
        .body(hyper::Body::from("{}"))?;
    // expect: kind=embedding vendor=openai platform=openai-api
    client.request(request).await?;
    Ok(())
}
