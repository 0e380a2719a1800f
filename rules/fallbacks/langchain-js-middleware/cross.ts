import { createAgent, modelFallbackMiddleware } from "langchain";

const agent = createAgent({
  model: "openai:gpt-4o",
  tools: [],
  middleware: [modelFallbackMiddleware("anthropic:claude-sonnet-4-0")],
});

// expect: verdict=cross-vendor
await agent.invoke({ messages: [] });
