import { chat, embed, toServerSentEventsResponse } from "@tanstack/ai";
import { anthropicText } from "@tanstack/ai-anthropic";
import { openaiEmbedding, openaiText } from "@tanstack/ai-openai";

export async function POST(request: Request) {
  const { messages } = await request.json();
  // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
  const stream = chat({ adapter: openaiText("gpt-4o"), messages });
  return toServerSentEventsResponse(stream);
}

// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
chat({ adapter: anthropicText("claude-sonnet-4-5"), messages: [] });
// expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
await embed({ adapter: openaiEmbedding("text-embedding-3-small"), input: "hello" });
