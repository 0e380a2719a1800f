import { Agent } from "@mastra/core/agent";

const agent = new Agent({
  name: "a",
  instructions: "help",
  model: [
    { model: "openai/gpt-4.1", maxRetries: 3 },
    { model: "anthropic/claude-sonnet-4-0", maxRetries: 1 },
  ],
});

// expect: verdict=cross-vendor
await agent.generate("hi");
