import { Agent, tool } from "@openai/agents";

export const agent = new Agent({ name: "Helper", model: "gpt-4.1" });
export const weather = tool({ name: "weather", execute: async () => "sunny" } as any);
