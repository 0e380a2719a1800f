import { anthropic } from "@ai-sdk/anthropic";
import { createOpenAI, openai } from "@ai-sdk/openai";
import { google } from "@ai-sdk/google";
import {
  ToolLoopAgent,
  createProviderRegistry,
  customProvider,
  embed,
  experimental_generateImage as generateImage,
  extractReasoningMiddleware,
  gateway,
  generateObject,
  generateText,
  streamText,
  tool,
  wrapLanguageModel,
} from "ai";
import { createFallback } from "ai-fallback";
import { createRetryable } from "ai-retry";

// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o dynamic=false
await generateText({ model: openai("gpt-4o"), prompt: "hi" });

// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
const result = streamText({ model: anthropic("claude-sonnet-4-5"), prompt: "hi" });
for await (const part of result.textStream) console.log(part);

// A plain string goes through the gateway.
// expect: kind=chat vendor=openai gateway=vercel-ai-gateway model=gpt-5 platform=
await generateObject({ model: "openai/gpt-5", prompt: "hi" });

// expect: kind=chat vendor=anthropic gateway=vercel-ai-gateway model=claude-sonnet-4 platform=
await generateText({ model: gateway("anthropic/claude-sonnet-4"), prompt: "hi" });

const groq = createOpenAI({ baseURL: "https://api.groq.com/openai/v1", apiKey: process.env.GROQ });
// expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
await generateText({ model: groq.chat("llama-3.3-70b-versatile"), prompt: "hi" });

const wrapped = wrapLanguageModel({
  model: google("gemini-2.5-pro"),
  middleware: extractReasoningMiddleware({ tagName: "think" }),
});
const myProvider = customProvider({
  languageModels: { chat: openai("gpt-4o-mini"), title: wrapped },
  textEmbeddingModels: { text: openai.embedding("text-embedding-3-small") },
  fallbackProvider: anthropic,
});
// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
await generateText({ model: myProvider.languageModel("chat"), prompt: "hi" });
// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-pro
await generateText({ model: myProvider.languageModel("title"), prompt: "hi" });
// An id that the provider does not have is looked up in the other one.
// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-haiku-latest
await generateText({ model: myProvider.languageModel("claude-3-5-haiku-latest"), prompt: "hi" });
// expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
await embed({ model: myProvider.textEmbeddingModel("text"), value: "hi" });

const registry = createProviderRegistry({ openai, claude: anthropic });
// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-opus-4-1
await generateText({ model: registry.languageModel("claude:claude-opus-4-1"), prompt: "hi" });
// expect: kind=image vendor=openai platform=openai-api model=gpt-image-1
await generateImage({ model: registry.imageModel("openai:gpt-image-1"), prompt: "a cat" });

export async function chosen(id: "chat" | "title") {
  // expect: kind=chat vendor=google,openai platform=google-ai-studio,openai-api model=gemini-2.5-pro,gpt-4o-mini dynamic=true
  return generateText({ model: myProvider.languageModel(id), prompt: "hi" });
}

const agent = new ToolLoopAgent({
  model: openai("gpt-4.1"),
  tools: {
    // What a tool asks is a call of its own.
    summary: tool({
      inputSchema: {} as any,
      // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
      execute: async () => generateText({ model: google("gemini-2.5-flash"), prompt: "hi" }),
    }),
  },
});
// expect: kind=agent vendor=openai platform=openai-api model=gpt-4.1
await agent.generate({ prompt: "hi" });

// expect: kind=chat vendor=anthropic,openai platform=anthropic-api,openai-api model=claude-sonnet-4-0,gpt-4.1-mini
await generateText({
  model: createFallback({ models: [openai("gpt-4.1-mini"), anthropic("claude-sonnet-4-0")] }),
  prompt: "hi",
});
// expect: kind=chat vendor=anthropic,openai platform=anthropic-api,openai-api model=claude-sonnet-4-0,gpt-4.1-mini
await generateText({
  model: createRetryable({ model: openai("gpt-4.1-mini"), retries: [anthropic("claude-sonnet-4-0")] }),
  prompt: "hi",
});
