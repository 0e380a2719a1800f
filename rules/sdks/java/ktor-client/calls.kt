package examples.ktorclient

import io.ktor.client.HttpClient
import io.ktor.client.engine.cio.CIO
import io.ktor.client.request.header
import io.ktor.client.request.post
import io.ktor.client.request.setBody

private const val BASE = "https://api.mistral.ai"

class Calls {
    private val client = HttpClient(CIO) {
        expectSuccess = false
    }

    suspend fun ask(question: String): String {
        // expect: kind=chat vendor=openai platform=openai-api
        val answer = client.post("https://api.openai.com/v1/chat/completions") {
            header("Authorization", "Bearer ${System.getenv("OPENAI_API_KEY")}")
            setBody(question)
        }
        return answer.toString()
    }

    // expect: kind=embedding platform=mistral-api
    suspend fun vector(text: String) = client.post("$BASE/v1/embeddings") { setBody(text) }
}
