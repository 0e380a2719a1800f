import { ChatOpenAI } from "@langchain/openai";

const main = new ChatOpenAI({ model: "gpt-4o" });

// expect: verdict=same-vendor
await main.withFallbacks([new ChatOpenAI({ model: "gpt-4o-mini" })]).invoke("hi");
