import { openai } from "@ai-sdk/openai";
import { useChat } from "@ai-sdk/react";
import { convertToModelMessages, createUIMessageStream, smoothStream, tool } from "ai";
import { MockLanguageModelV2 } from "ai/test";
import { generateText } from "./text";

// Making a model asks nothing.
export const model = openai("gpt-4o");
export const mock = new MockLanguageModelV2({ doGenerate: async () => ({ text: "" }) as any });

export function Chat() {
  const { messages, sendMessage } = useChat();
  return { messages: convertToModelMessages(messages), sendMessage };
}

export const weather = tool({ execute: async () => "sunny" } as any);
export const stream = createUIMessageStream({ execute: ({ writer }) => writer.merge(smoothStream() as any) });

// A function of the same name that is not the library's.
generateText({ model: "gpt-4o" });
