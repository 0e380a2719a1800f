use llm::builder::{LLMBackend, LLMBuilder};

struct Room;

impl Room {
    async fn chat(&self, _text: &str) {}
}

async fn around() {
    let builder = LLMBuilder::new().backend(LLMBackend::OpenAI).model("gpt-4o");
    Room.chat("hello").await;
}
