import { generateText, streamText, tool } from "ai";
import { openai } from "@ai-sdk/openai";
import { anthropic } from "@ai-sdk/anthropic";
import { createTool } from "@mastra/core/tools";

// Nothing runs where a tool is made.
const summarise = tool({
  description: "Says what a text is about",
  execute: async ({ text }) => {
    const { text: said } = await generateText({ model: openai("gpt-4o-mini"), prompt: text });
    return said;
  },
});

const kept = createTool({
  id: "kept",
  execute: async ({ context }) => generateText({ model: openai("gpt-4o"), prompt: context }),
});

export function answer(messages: string[]) {
  return streamText({ model: anthropic("claude-sonnet-4-5"), messages, tools: { summarise, kept } });
}
