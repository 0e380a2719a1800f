use async_openai::Client;

// entry: kind=main title=cargo run example.rs
#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let client = Client::new();
    let answer = client.completions().create(request()).await?;
    println!("{answer:?}");
    Ok(())
}

fn request() -> String {
    String::new()
}
