import { generateText } from "ai";

// The gateway itself has no stand-in.
// expect: verdict=gateway-spof
await generateText({
  model: "openai/gpt-5",
  prompt: "hi",
  providerOptions: { gateway: { models: ["anthropic/claude-sonnet-4", "google/gemini-2.5-pro"] } },
});

// expect: verdict=gateway-spof
await generateText({
  model: "openai/gpt-5",
  prompt: "hi",
  providerOptions: { gateway: { order: ["azure", "openai"] } },
});
