import { AzureKeyCredential, OpenAIClient } from "@azure/openai";
import ModelClient from "@azure-rest/ai-inference";

const client = new OpenAIClient("https://x.openai.azure.com", new AzureKeyCredential("k"));
// expect: kind=chat vendor=openai platform=azure-openai
await client.getChatCompletions("my-deployment", []);
const models = ModelClient("https://models.github.ai/inference", new AzureKeyCredential("k"));
// expect: kind=chat vendor=openai platform=github-models model=gpt-4o
await models.path("/chat/completions").post({ body: { model: "gpt-4o", messages: [] } });
