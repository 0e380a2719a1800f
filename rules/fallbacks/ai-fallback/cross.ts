import { anthropic } from "@ai-sdk/anthropic";
import { openai } from "@ai-sdk/openai";
import { generateText } from "ai";
import { createFallback } from "ai-fallback";

const model = createFallback({ models: [openai("gpt-4.1"), anthropic("claude-sonnet-4-0")] });

// expect: verdict=cross-vendor
export const answer = await generateText({ model, prompt: "hi" });
