use async_openai::Client;

struct Desk;

impl Desk {
    fn chat(&self) -> Desk {
        Desk
    }

    async fn create(&self, _text: &str) -> Result<(), ()> {
        Ok(())
    }
}

async fn around() {
    let client = Client::new();
    // Lists and files ask no model.
    let models = client.models().list().await.unwrap();
    let files = client.files().list(&["purpose"]).await.unwrap();
    println!("{} {}", models.data.len(), files.data.len());
    // A desk of the team's own.
    let desk = Desk;
    desk.chat().create("a table").await.unwrap();
}
