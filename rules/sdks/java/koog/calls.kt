package examples.koog

import ai.koog.agents.core.agent.AIAgent
import ai.koog.agents.core.agent.config.AIAgentConfig
import ai.koog.prompt.dsl.prompt
import ai.koog.prompt.executor.clients.anthropic.AnthropicLLMClient
import ai.koog.prompt.executor.clients.anthropic.AnthropicModels
import ai.koog.prompt.executor.clients.google.GoogleModels
import ai.koog.prompt.executor.clients.openai.OpenAILLMClient
import ai.koog.prompt.executor.clients.openai.OpenAIModels
import ai.koog.prompt.executor.llms.MultiLLMPromptExecutor
import ai.koog.prompt.executor.llms.SingleLLMPromptExecutor
import ai.koog.prompt.executor.llms.all.simpleGoogleAIExecutor
import ai.koog.prompt.executor.llms.all.simpleOpenAIExecutor
import ai.koog.prompt.llm.LLMProvider
import kotlinx.coroutines.runBlocking

fun main() = runBlocking {
    val agent = AIAgent(
        promptExecutor = simpleOpenAIExecutor(System.getenv("OPENAI_API_KEY")),
        llmModel = OpenAIModels.Chat.GPT4o,
        systemPrompt = "Be kind.",
    )
    // expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
    println(agent.run("Hello"))
}

suspend fun configured() {
    val agent = AIAgent(
        promptExecutor = simpleOpenAIExecutor("key"),
        agentConfig = AIAgentConfig(prompt("a") { user("b") }, OpenAIModels.Chat.GPT4_1, 10),
    )
    // expect: kind=agent vendor=openai platform=openai-api model=gpt-4.1
    agent.run("Hello")
}

suspend fun single() {
    val executor = SingleLLMPromptExecutor(AnthropicLLMClient("key"))
    // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-0
    executor.execute(prompt("a") { user("b") }, AnthropicModels.Sonnet_4)
}

suspend fun google() {
    // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
    simpleGoogleAIExecutor("key").execute(prompt("a") { user("b") }, GoogleModels.Gemini2_0Flash)
}

suspend fun several() {
    val executor = MultiLLMPromptExecutor(LLMProvider.OpenAI to OpenAILLMClient("key"), LLMProvider.Anthropic to AnthropicLLMClient("key"))
    // expect: kind=chat vendor=openai model=gpt-4.1-mini
    executor.execute(prompt("a") { user("b") }, OpenAIModels.CostOptimized.GPT4_1Mini)
}
