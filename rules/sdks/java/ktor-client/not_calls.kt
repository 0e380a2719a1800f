package examples.ktorclient.others

import io.ktor.client.HttpClient
import io.ktor.client.request.get

suspend fun prices(client: HttpClient) {
    client.get("https://shop.example/prices")
    client.get("https://api.openai.com/v1/models")
}
