use genai::chat::{ChatMessage, ChatRequest};
use genai::Client;

const CLAUDE: &str = "claude-haiku-4-5";

async fn ask(text: &str) -> Result<String, Box<dyn std::error::Error>> {
    let client = Client::default();
    let request = ChatRequest::new(vec![ChatMessage::user(text)]);
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-haiku-4-5
    let first = client.exec_chat(CLAUDE, request.clone(), None).await?;
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
    client.exec_chat_stream("gpt-4o-mini", request.clone(), None).await?;
    // expect: kind=chat vendor=meta platform=groq model=llama-3.1-8b-instant
    client.exec_chat("groq::llama-3.1-8b-instant", request, None).await?;
    // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
    client.embed("text-embedding-3-small", text, None).await?;
    Ok(first.into_first_text().unwrap_or_default())
}
