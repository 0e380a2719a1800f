import { Agent, Runner, run } from "@openai/agents";
import { aisdk } from "@openai/agents-extensions";
import { anthropic } from "@ai-sdk/anthropic";

const agent = new Agent({ name: "Helper", instructions: "help", model: "gpt-4.1-mini" });
// expect: kind=agent vendor=openai platform=openai-api model=gpt-4.1-mini
const result = await run(agent, "hi");
console.log(result.finalOutput);
// expect: kind=agent vendor=openai platform=openai-api model=gpt-4.1-mini
await new Runner().run(agent, "hi");
const claude = new Agent({ name: "Claude", model: aisdk(anthropic("claude-sonnet-4-0")) });
// expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-0
await run(claude, "hi");
