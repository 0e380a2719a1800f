use std::sync::Arc;

use axum::{
    extract::State,
    routing::{get, post},
    Json, Router,
};

struct Desk {
    name: String,
}

// entry: kind=main title=cargo run example.rs
#[tokio::main]
async fn main() {
    let api = Router::new().route("/summary", post(summary));
    let app = Router::new()
        .route("/", get(home))
        .route("/chat", get(list).post(chat))
        // entry: kind=http title=/inline
        .route("/inline", post(|body: String| async move { body }))
        .nest("/api", api)
        .with_state(Arc::new(Desk { name: "a".into() }));
    let listener = tokio::net::TcpListener::bind("0.0.0.0:3000").await.unwrap();
    axum::serve(listener, app).await.unwrap();
}

// entry: kind=http title=/
async fn home() -> &'static str {
    "home"
}

// entry: kind=http title=/chat
async fn list() -> Json<Vec<String>> {
    Json(vec![])
}

// entry: kind=http title=/chat
async fn chat(State(desk): State<Arc<Desk>>, body: String) -> String {
    format!("{} {body}", desk.name)
}

// entry: kind=http title=/summary
async fn summary(body: String) -> String {
    body
}
