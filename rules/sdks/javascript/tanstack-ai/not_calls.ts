import { createChatOptions, toolDefinition } from "@tanstack/ai";
import { openaiText } from "@tanstack/ai-openai";

export const options = createChatOptions({ adapter: openaiText("gpt-4o") });
export const tool = toolDefinition({ name: "today", description: "The date" });
