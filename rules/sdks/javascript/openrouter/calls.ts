import { OpenRouter } from "@openrouter/sdk";

const client = new OpenRouter({ apiKey: process.env.OPENROUTER_API_KEY });
// expect: kind=chat vendor=anthropic gateway=openrouter model=claude-sonnet-4 platform=
await client.chat.send({ model: "anthropic/claude-sonnet-4", messages: [] });
// expect: kind=embedding vendor=openai gateway=openrouter model=text-embedding-3-small
await client.embeddings.generate({ model: "openai/text-embedding-3-small", input: "hi" });
