use lambda_runtime::{run, service_fn, Error, LambdaEvent};

// entry: kind=event title=lambda work
async fn work(event: LambdaEvent<String>) -> Result<String, Error> {
    Ok(event.payload)
}

// entry: kind=main title=cargo run example.rs
#[tokio::main]
async fn main() -> Result<(), Error> {
    run(service_fn(work)).await
}

// entry: kind=event title=command shorten
#[tauri::command]
async fn shorten(text: String) -> String {
    text
}
