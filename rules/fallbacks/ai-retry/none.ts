import { openai } from "@ai-sdk/openai";
import { generateText } from "ai";
import { createRetryable } from "ai-retry";

const model = createRetryable({ model: openai("gpt-4.1"), retries: [] });

// expect: verdict=none
export const answer = await generateText({ model, prompt: "hi" });
