use async_openai::config::{AzureConfig, OpenAIConfig};
use async_openai::types::{
    ChatCompletionRequestUserMessageArgs, CreateChatCompletionRequest,
    CreateChatCompletionRequestArgs, CreateEmbeddingRequestArgs,
};
use async_openai::{types::responses::CreateResponseArgs, Client};
use std::error::Error;

const MODEL: &str = "gpt-4o";

async fn chat() -> Result<String, Box<dyn Error>> {
    let client = Client::new();
    let request = CreateChatCompletionRequestArgs::default()
        .max_tokens(512u32)
        .model(MODEL)
        .messages([ChatCompletionRequestUserMessageArgs::default()
            .content("Hello")
            .build()?
            .into()])
        .build()?;
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    let response = client.chat().create(request).await?;
    Ok(response.choices[0].message.content.clone().unwrap_or_default())
}

async fn literal(client: &Client<OpenAIConfig>) -> Result<(), Box<dyn Error>> {
    let request = CreateChatCompletionRequest {
        model: "gpt-4.1-mini".to_string(),
        messages: vec![],
        ..Default::default()
    };
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4.1-mini
    let mut stream = client.chat().create_stream(request).await?;
    Ok(())
}

async fn elsewhere(key: &str) -> Result<(), Box<dyn Error>> {
    let config = OpenAIConfig::new()
        .with_api_key(key)
        .with_api_base("https://api.groq.com/openai/v1");
    let client = Client::with_config(config);
    let mut builder = CreateChatCompletionRequestArgs::default();
    builder.model("llama-3.3-70b-versatile");
    // expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
    client.chat().create(builder.build()?).await?;
    Ok(())
}

async fn azure() -> Result<(), Box<dyn Error>> {
    let config = AzureConfig::new()
        .with_api_base("https://team.openai.azure.com")
        .with_deployment_id("gpt-4o");
    let client = Client::with_config(config);
    let request = CreateEmbeddingRequestArgs::default()
        .model("text-embedding-3-small")
        .input(["a", "b"])
        .build()?;
    // expect: kind=embedding vendor=openai platform=azure-openai model=text-embedding-3-small
    client.embeddings().create(request).await?;
    Ok(())
}

struct Assistant {
    client: Client<OpenAIConfig>,
    model: String,
}

impl Assistant {
    fn new(model: impl Into<String>) -> Self {
        Self { client: Client::new(), model: model.into() }
    }

    async fn ask(&self, question: &str) -> Result<String, Box<dyn Error>> {
        let request = CreateResponseArgs::default()
            .model(&self.model)
            .input(question)
            .build()?;
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-5
        let response = self.client.responses().create(request).await?;
        Ok(response.id)
    }
}

#[tokio::main]
async fn main() {
    let assistant = Assistant::new("gpt-5");
    println!("{}", assistant.ask("Why?").await.unwrap());
}
