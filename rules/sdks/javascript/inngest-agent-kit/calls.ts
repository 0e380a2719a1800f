import { anthropic, createAgent, createNetwork, openai } from "@inngest/agent-kit";

const writer = createAgent({
  name: "writer",
  system: "You write.",
  model: openai({ model: "gpt-4o", baseUrl: process.env.OPENAI_API_BASE_URL }),
});
// expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
const { output } = await writer.run("Write a tweet");

const editor = createAgent({ name: "editor", model: anthropic({ model: "claude-3-5-haiku-latest" }) });
const network = createNetwork({ name: "desk", agents: [editor] });
// expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-3-5-haiku-latest
await network.run("Edit it");
