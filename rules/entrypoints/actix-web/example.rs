use actix_web::{get, post, web, App, HttpResponse, HttpServer, Responder};

// entry: kind=http title=GET /hello/{name}
#[get("/hello/{name}")]
async fn hello(name: web::Path<String>) -> impl Responder {
    HttpResponse::Ok().body(name.into_inner())
}

// entry: kind=http title=POST /chat
#[post("/chat")]
async fn chat(body: String) -> impl Responder {
    HttpResponse::Ok().body(body)
}

// entry: kind=http title=http manual
async fn manual() -> impl Responder {
    HttpResponse::Ok().finish()
}

// entry: kind=http title=http listed
async fn listed() -> impl Responder {
    HttpResponse::Ok().finish()
}

// entry: kind=main title=cargo run example.rs
#[actix_web::main]
async fn main() -> std::io::Result<()> {
    HttpServer::new(|| {
        App::new()
            .service(hello)
            .service(chat)
            .route("/hey", web::get().to(manual))
            .service(web::resource("/list").route(web::post().to(listed)))
    })
    .bind(("127.0.0.1", 8080))?
    .run()
    .await
}
