import { openai } from "@ai-sdk/openai";
import { Agent } from "@mastra/core/agent";
import { Mastra } from "@mastra/core";

const chef = new Agent({ name: "chef", instructions: "cook", model: openai("gpt-4o-mini") });
// expect: kind=agent vendor=openai platform=openai-api model=gpt-4o-mini
await chef.generate("hi");
const writer = new Agent({ name: "writer", instructions: "write", model: "anthropic/claude-sonnet-4-0" });
// expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-0
for await (const part of (await writer.stream("hi")).textStream) console.log(part);
const mastra = new Mastra({ agents: { chef } });
// expect: kind=agent vendor=openai platform=openai-api model=gpt-4o-mini
await mastra.getAgent("chef").generate("hi");
