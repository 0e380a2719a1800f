use rig::providers::openai;

struct Agent;

impl Agent {
    async fn prompt(&self, text: &str) -> String {
        text.to_string()
    }
}

async fn around() {
    let client = openai::Client::from_env();
    let builder = client.agent(openai::GPT_4O).preamble("x");
    let own = Agent;
    println!("{}", own.prompt("a table").await);
}
