use genai::Client;

async fn names() {
    let client = Client::default();
    let names = client.all_model_names("gpt").await.unwrap();
    println!("{names:?}");
}
