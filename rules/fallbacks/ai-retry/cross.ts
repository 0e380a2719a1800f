import { anthropic } from "@ai-sdk/anthropic";
import { openai } from "@ai-sdk/openai";
import { generateText } from "ai";
import { createRetryable } from "ai-retry";

const model = createRetryable({
  model: openai("gpt-4.1"),
  retries: [{ model: anthropic("claude-sonnet-4-0"), maxAttempts: 2 }],
});

// expect: verdict=cross-vendor
export const answer = await generateText({ model, prompt: "hi" });
