package examples.googlemobile.others

import com.google.ai.client.generativeai.GenerativeModel

class Page {
    fun generateContent(title: String) = title
}

suspend fun count(model: GenerativeModel) {
    model.countTokens("text")
    Page().generateContent("home")
}
