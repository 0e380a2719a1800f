import { anthropic } from "@ai-sdk/anthropic";
import { createOpenAI, openai } from "@ai-sdk/openai";

export const models = { fast: openai("gpt-4o-mini"), slow: anthropic("claude-opus-4-1") };
export const provider = createOpenAI({ baseURL: "https://api.groq.com/openai/v1" });
export const search = openai.tools.webSearch({});
