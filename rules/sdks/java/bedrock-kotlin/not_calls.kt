package examples.bedrockkotlin.others

import aws.sdk.kotlin.services.bedrockruntime.BedrockRuntimeClient

suspend fun guard(client: BedrockRuntimeClient) {
    client.applyGuardrail { guardrailIdentifier = "a" }
    client.close()
}
