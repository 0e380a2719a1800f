use rocket::{get, post, routes};

// entry: kind=http title=GET /hello/<name>
#[get("/hello/<name>")]
fn hello(name: &str) -> String {
    name.to_string()
}

// entry: kind=http title=POST /chat
#[rocket::post("/chat", data = "<text>")]
async fn chat(text: String) -> String {
    text
}

fn plain() -> String {
    String::new()
}

#[rocket::launch]
fn rocket() -> _ {
    println!("{}", plain());
    rocket::build().mount("/", routes![hello, chat])
}
