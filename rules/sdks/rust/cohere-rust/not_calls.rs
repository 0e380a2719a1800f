use cohere_rust::Cohere;

async fn around(co: &Cohere) {
    println!("{:?}", co.check_api_key().await);
    println!("{:?}", co.tokenize(&Default::default()).await);
}
