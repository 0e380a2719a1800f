package shop

import io.ktor.server.application.Application
import io.ktor.server.application.call
import io.ktor.server.response.respondText
import io.ktor.server.routing.Route
import io.ktor.server.routing.get
import io.ktor.server.routing.post
import io.ktor.server.routing.route
import io.ktor.server.routing.routing

fun Application.module() {
    routing {
        // entry: kind=http title=GET /health
        get("/health") { call.respondText("ok") }
        route("/api") {
            orders()
        }
    }
}

fun Route.orders() {
    // entry: kind=http title=POST /orders
    post("/orders") {
        call.respondText("made")
    }
}
