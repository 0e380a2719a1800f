import { ChatOpenAI } from "@langchain/openai";

const main = new ChatOpenAI({ model: "gpt-4o" });

// expect: verdict=none
await main.withRetry({ stopAfterAttempt: 3 }).invoke("hi");
// expect: verdict=none
await main.withFallbacks([]).invoke("hi");
