import OpenAI from "openai";
import Instructor from "@instructor-ai/instructor";

const together = new OpenAI({ apiKey: process.env.TOGETHER_API_KEY, baseURL: "https://api.together.xyz/v1" });
const client = Instructor({ client: together, mode: "JSON_SCHEMA" });
// expect: kind=chat vendor=alibaba platform=together model=Qwen/Qwen2.5-7B-Instruct-Turbo
await client.chat.completions.create({ model: "Qwen/Qwen2.5-7B-Instruct-Turbo", messages: [], max_retries: 3 });
const plain = Instructor({ client: new OpenAI(), mode: "TOOLS" });
// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
await plain.chat.completions.create({ model: "gpt-4o", messages: [] });
