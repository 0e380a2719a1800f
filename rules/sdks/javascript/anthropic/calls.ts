import Anthropic from "@anthropic-ai/sdk";
import AnthropicBedrock from "@anthropic-ai/bedrock-sdk";
import { AnthropicVertex } from "@anthropic-ai/vertex-sdk";

const anthropic = new Anthropic();

export async function POST(request: Request) {
  const { prompt } = await request.json();
  // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5 dynamic=false
  const stream = anthropic.messages.stream({
    model: "claude-sonnet-4-5",
    max_tokens: 1024,
    messages: [{ role: "user", content: prompt }],
  });
  return new Response(stream.toReadableStream());
}

const DEFAULTS = { model: "claude-3-5-haiku-latest", max_tokens: 100 };
// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-haiku-latest
anthropic.messages.create({ ...DEFAULTS, messages: [] });
// expect: kind=batch vendor=anthropic platform=anthropic-api
anthropic.messages.batches.create({ requests: [] });
// expect: kind=chat vendor=anthropic platform=aws-bedrock model=anthropic.claude-3-sonnet-20240229-v1:0
new AnthropicBedrock().messages.create({ model: "anthropic.claude-3-sonnet-20240229-v1:0", max_tokens: 1, messages: [] });
// expect: kind=chat vendor=anthropic platform=google-vertex model=claude-opus-4@20250514
new AnthropicVertex().beta.messages.create({ model: "claude-opus-4@20250514", max_tokens: 1, messages: [] });
