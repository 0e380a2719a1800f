import { Agent } from "@mastra/core/agent";

const agent = new Agent({ name: "a", instructions: "help", model: "openai/gpt-4.1" });

// expect: verdict=none
await agent.generate("hi");
