package examples.bedrockkotlin

import aws.sdk.kotlin.services.bedrockruntime.BedrockRuntimeClient
import aws.sdk.kotlin.services.bedrockruntime.converse
import aws.sdk.kotlin.services.bedrockruntime.model.InvokeModelRequest

suspend fun ask(text: String) {
    BedrockRuntimeClient { region = "eu-central-1" }.use { client ->
        val request = InvokeModelRequest {
            modelId = "anthropic.claude-3-haiku-20240307-v1:0"
            body = text.encodeToByteArray()
        }
        // expect: kind=chat vendor=anthropic platform=aws-bedrock
        client.invokeModel(request)
        // expect: kind=chat vendor=amazon platform=aws-bedrock
        client.converse {
            modelId = "amazon.nova-lite-v1:0"
        }
    }
}
