import { anthropic } from "@ai-sdk/anthropic";
import { openai } from "@ai-sdk/openai";
import { customProvider, generateText, streamText } from "ai";
import { createFallback } from "ai-fallback";

// A list of one.
const alone = createFallback({ models: [openai("gpt-4.1")] });
// expect: verdict=none
await generateText({ model: alone, prompt: "hi" });

// A look-up for ids that are missing.
const provider = customProvider({
  languageModels: { chat: openai("gpt-4.1") },
  fallbackProvider: anthropic,
});
// expect: verdict=none
await generateText({ model: provider.languageModel("chat"), prompt: "hi" });

// The same model again.
// expect: verdict=none
await generateText({ model: openai("gpt-4.1"), maxRetries: 5, prompt: "hi" });

export async function answer(prompt: string) {
  try {
    // Over before anything was asked: the handler never sees it fail.
    // expect: verdict=none
    return streamText({ model: openai("gpt-4.1"), prompt }).toTextStreamResponse();
  } catch {
    return streamText({ model: anthropic("claude-sonnet-4-0"), prompt }).toTextStreamResponse();
  }
}
