import OpenAI from "openai";

const client = new OpenAI({ baseURL: "https://openrouter.ai/api/v1" });

// The gateway itself has no stand-in.
// expect: verdict=gateway-spof
await client.chat.completions.create({
  model: "openai/gpt-4o",
  models: ["anthropic/claude-sonnet-4"],
  messages: [],
} as any);
