import { Anthropic, OpenAI, OpenAIEmbedding } from "llamaindex";
import { agent } from "@llamaindex/workflow";

const llm = new OpenAI({ model: "gpt-4o-mini" });
// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
await llm.chat({ messages: [] });
// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
await new Anthropic({ model: "claude-3-5-sonnet-latest" } as any).complete({ prompt: "hi" });
// expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
await new OpenAIEmbedding({ model: "text-embedding-3-small" }).getTextEmbedding("hi");
// expect: kind=agent vendor=openai platform=openai-api model=gpt-4o-mini
await agent({ llm, tools: [] }).run("hi");
