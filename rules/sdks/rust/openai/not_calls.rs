use openai::models::Model;

struct Shop;

impl Shop {
    fn builder(_name: &str) -> Shop {
        Shop
    }
    async fn create(self) {}
}

async fn around() -> Result<(), openai::OpenAiError> {
    println!("{:?}", Model::fetch("gpt-4o", openai::Credentials::from_env()).await?);
    Shop::builder("gpt-4o").create().await;
    Ok(())
}
