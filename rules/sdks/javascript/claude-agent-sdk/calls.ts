import { query } from "@anthropic-ai/claude-agent-sdk";

// expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
for await (const message of query({ prompt: "hi", options: { model: "claude-sonnet-4-5" } })) {
  console.log(message);
}
