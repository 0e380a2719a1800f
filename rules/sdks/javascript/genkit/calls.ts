import { googleAI } from "@genkit-ai/google-genai";
import { genkit } from "genkit";

const ai = genkit({ plugins: [googleAI()], model: googleAI.model("gemini-2.5-flash") });
// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
const { text } = await ai.generate("hi");
console.log(text);
// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-pro
await ai.generate({ model: googleAI.model("gemini-2.5-pro"), prompt: "hi" });
const hello = ai.definePrompt({ name: "hello" }, "Hello {{name}}");
// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
await hello({ name: "x" });
