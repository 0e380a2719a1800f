use chatgpt::prelude::ChatGPT;

struct Chat;

impl Chat {
    async fn send_message(&self, _text: &str) {}
}

async fn around(client: &ChatGPT) {
    let talk = client.new_conversation();
    println!("{}", talk.history.len());
    Chat.send_message("hello").await;
}
