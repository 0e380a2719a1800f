use groq_api_rust::GroqClient;

struct Desk;

impl Desk {
    fn chat_completion(&self) {}
}

fn around(key: String) {
    let client = GroqClient::new(key, None);
    Desk.chat_completion();
}
