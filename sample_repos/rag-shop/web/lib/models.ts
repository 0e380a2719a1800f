import { createOpenAICompatible } from "@ai-sdk/openai-compatible";

const proxy = createOpenAICompatible({
  name: "shop",
  baseURL: process.env.LITELLM_URL!,
  apiKey: process.env.LITELLM_KEY,
});

export const chat = proxy("shop-chat");
