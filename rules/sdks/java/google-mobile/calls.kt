package examples.googlemobile

import com.google.ai.client.generativeai.Chat
import com.google.ai.client.generativeai.GenerativeModel
import com.google.firebase.Firebase
import com.google.firebase.ai.ai
import com.google.firebase.ai.type.GenerativeBackend

class Coach(apiKey: String) {
    private val model = GenerativeModel(
        modelName = "gemini-1.5-flash",
        apiKey = apiKey,
    )
    private val chat = model.startChat()
    private val firebase = Firebase.ai(backend = GenerativeBackend.googleAI()).generativeModel("gemini-2.5-flash")

    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-flash
    suspend fun goal(weight: String) = model.generateContent("How much for $weight?").text

    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-flash
    suspend fun talk(text: String) = chat.sendMessage(text)

    // expect: kind=chat vendor=google platform=google-ai-studio
    suspend fun given(other: Chat, text: String) = other.sendMessage(prompt = text)

    suspend fun live(text: String) {
        // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
        firebase.generateContentStream(text).collect { print(it.text) }
    }

    suspend fun vertex(text: String) {
        val other = Firebase.ai(backend = GenerativeBackend.vertexAI()).generativeModel(modelName = "gemini-2.5-pro")
        // expect: kind=chat vendor=google platform=google-vertex model=gemini-2.5-pro
        other.generateContent(text)
    }
}
