import ModelClient from "@azure-rest/ai-inference";

export const path = ModelClient("https://models.github.ai/inference").path("/info");
