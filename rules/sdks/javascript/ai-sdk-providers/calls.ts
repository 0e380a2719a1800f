import { bedrock, createAmazonBedrock } from "@ai-sdk/amazon-bedrock";
import { createAnthropic } from "@ai-sdk/anthropic";
import { azure } from "@ai-sdk/azure";
import { vertex } from "@ai-sdk/google-vertex";
import { vertexAnthropic } from "@ai-sdk/google-vertex/anthropic";
import { mistral } from "@ai-sdk/mistral";
import { openai } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { xai } from "@ai-sdk/xai";
import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import { embedMany, generateText } from "ai";
import { createOllama } from "ollama-ai-provider-v2";

// expect: kind=chat vendor=openai platform=openai-api model=gpt-4.1
await generateText({ model: openai.responses("gpt-4.1"), prompt: "hi" });
// expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-large
await embedMany({ model: openai.textEmbeddingModel("text-embedding-3-large"), values: [] });
// expect: kind=chat vendor=openai platform=azure-openai
await generateText({ model: azure("my-deployment"), prompt: "hi" });
// expect: kind=chat vendor=anthropic platform=aws-bedrock model=anthropic.claude-3-haiku-20240307-v1:0
await generateText({ model: bedrock("anthropic.claude-3-haiku-20240307-v1:0"), prompt: "hi" });
const meta = createAmazonBedrock({ region: "eu-west-1" });
// expect: kind=chat vendor=meta platform=aws-bedrock model=meta.llama3-70b-instruct-v1:0
await generateText({ model: meta("meta.llama3-70b-instruct-v1:0"), prompt: "hi" });
// expect: kind=chat vendor=google platform=google-vertex model=gemini-2.5-pro
await generateText({ model: vertex("gemini-2.5-pro"), prompt: "hi" });
// expect: kind=chat vendor=anthropic platform=google-vertex model=claude-sonnet-4@20250514
await generateText({ model: vertexAnthropic("claude-sonnet-4@20250514"), prompt: "hi" });
// expect: kind=chat vendor=mistral platform=mistral-api model=mistral-large-latest
await generateText({ model: mistral("mistral-large-latest"), prompt: "hi" });
// expect: kind=chat vendor=xai platform=xai-api model=grok-4
await generateText({ model: xai.languageModel("grok-4"), prompt: "hi" });
// expect: kind=chat vendor=anthropic gateway=openrouter model=claude-sonnet-4 platform=
await generateText({
  model: createOpenRouter({ apiKey: process.env.OPENROUTER_API_KEY })("anthropic/claude-sonnet-4"),
  prompt: "hi",
});
// expect: kind=chat vendor=meta platform=ollama model=llama3.2
await generateText({ model: createOllama({ baseURL: "http://localhost:11434/api" })("llama3.2"), prompt: "hi" });
const kimi = createAnthropic({ baseURL: "https://api.moonshot.ai/anthropic" });
// expect: kind=chat vendor=moonshot platform=moonshot-api model=kimi-k2-turbo-preview
await generateText({ model: kimi("kimi-k2-turbo-preview"), prompt: "hi" });
const local = createOpenAICompatible({ name: "mine", baseURL: process.env.LLM_URL! });
// expect: kind=chat vendor= platform= model=my-model dynamic=true
await generateText({ model: local("my-model"), prompt: "hi" });
