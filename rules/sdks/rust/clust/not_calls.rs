use clust::{ApiKey, Client};

struct Board;

impl Board {
    async fn create_a_message(&self) {}
}

async fn around(key: String) {
    let client = Client::from_api_key(ApiKey::new(key));
    Board.create_a_message().await;
}
