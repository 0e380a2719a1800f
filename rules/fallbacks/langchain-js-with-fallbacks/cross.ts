import { ChatAnthropic } from "@langchain/anthropic";
import { ChatOpenAI } from "@langchain/openai";

const main = new ChatOpenAI({ model: "gpt-4o" });
const other = new ChatAnthropic({ model: "claude-3-5-sonnet-latest" });

// expect: verdict=cross-vendor
await main.withFallbacks([other]).invoke("hi");
// expect: verdict=cross-vendor
await main.withFallbacks({ fallbacks: [other] }).invoke("hi");
