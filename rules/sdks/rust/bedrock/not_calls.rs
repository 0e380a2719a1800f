use aws_sdk_bedrockruntime::Client;

async fn others(client: &Client, bucket: aws_sdk_s3::Client) {
    let built = client.converse().model_id("meta.llama3-8b-instruct-v1:0");
    bucket.list_buckets().send().await.unwrap();
}
