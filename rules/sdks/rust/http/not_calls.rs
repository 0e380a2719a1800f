use reqwest::Client;
use serde_json::json;

async fn others(client: &Client) -> Result<(), reqwest::Error> {
    client.get("https://api.openai.com/v1/models").send().await?;
    client.post("https://hooks.slack.com/services/x").json(&json!({"text": "hi"})).send().await?;
    let page = reqwest::get("https://www.rust-lang.org").await?.text().await?;
    println!("{page}");
    Ok(())
}

fn asked() {
    // let answer = ureq::post("https://api.openai.com/v1/chat/completions").call();
    println!("curl https://api.openai.com/v1/chat/completions");
    let (sender, _receiver) = std::sync::mpsc::channel();
    sender.send("https://api.openai.com/v1/chat/completions").unwrap();
}
