package examples.openaikotlin.others

import com.aallam.openai.client.OpenAI

class Shop {
    fun chatCompletion(order: String) = order
}

suspend fun list(client: OpenAI) {
    client.models()
    client.files()
    Shop().chatCompletion("one")
}
