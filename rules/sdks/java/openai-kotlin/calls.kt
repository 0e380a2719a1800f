package examples.openaikotlin

import com.aallam.openai.api.chat.ChatCompletionRequest
import com.aallam.openai.api.chat.ChatMessage
import com.aallam.openai.api.chat.chatCompletionRequest
import com.aallam.openai.api.embedding.EmbeddingRequest
import com.aallam.openai.api.model.ModelId
import com.aallam.openai.client.OpenAI
import com.aallam.openai.client.OpenAIConfig
import com.aallam.openai.client.OpenAIHost

private const val EMBEDDING = "text-embedding-3-small"

class Calls(private val key: String) {
    private val client = OpenAI(token = key)
    private val fast by lazy {
        OpenAI(OpenAIConfig(token = System.getenv("GROQ_API_KEY"), host = OpenAIHost(baseUrl = "https://api.groq.com/openai/v1/")))
    }

    suspend fun constant(question: String): String? {
        val request = ChatCompletionRequest(
            model = ModelId("gpt-4o-mini"),
            messages = listOf(ChatMessage.User(question)),
        )
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        return client.chatCompletion(request).choices.first().message.content
    }

    suspend fun filled() {
        val request = chatCompletionRequest {
            model = ModelId("gpt-4o")
            messages { user { content = "hi" } }
        }
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
        client.chatCompletions(request).collect { print(it) }
    }

    suspend fun elsewhere() =
        // expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
        fast.chatCompletion(ChatCompletionRequest(model = ModelId("llama-3.3-70b-versatile"), messages = emptyList()))

    // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
    suspend fun vector(text: String) = client.embeddings(EmbeddingRequest(model = ModelId(EMBEDDING), input = listOf(text)))
}

suspend fun ask(openAI: OpenAI) {
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4.1
    openAI.chatCompletion(ChatCompletionRequest(model = ModelId("gpt-4.1"), messages = emptyList()))
}
