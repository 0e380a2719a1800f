import { openai } from "@ai-sdk/openai";
import { generateText } from "ai";
import { createFallback } from "ai-fallback";

const model = createFallback({ models: [openai("gpt-4.1"), openai("gpt-4.1-mini")] });

// expect: verdict=same-vendor
export const answer = await generateText({ model, prompt: "hi" });
