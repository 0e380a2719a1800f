use ollama_rs::Ollama;

async fn list() {
    let ollama = Ollama::default();
    println!("{:?}", ollama.list_local_models().await.unwrap());
}
