use openai_api_rs::v1::api::OpenAIClient;

async fn files(client: &OpenAIClient) {
    println!("{:?}", client.file_list().await.unwrap());
}
