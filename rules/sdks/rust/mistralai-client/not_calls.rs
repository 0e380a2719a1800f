use mistralai_client::v1::client::Client;

fn list() {
    let client = Client::new(None, None, None, None).unwrap();
    println!("{:?}", client.list_models().unwrap());
}
