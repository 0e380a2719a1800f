import { createAgent, modelRetryMiddleware } from "langchain";

const agent = createAgent({
  model: "openai:gpt-4o",
  tools: [],
  middleware: [modelRetryMiddleware({ maxRetries: 3 })],
});

// expect: verdict=none
await agent.invoke({ messages: [] });
