import { GoogleGenAI } from "@google/genai";

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });
// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash dynamic=false
const response = await ai.models.generateContent({ model: "gemini-2.5-flash", contents: "hi" });
console.log(response.text);
const chat = ai.chats.create({ model: "gemini-2.5-pro" });
// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-pro
for await (const chunk of await chat.sendMessageStream({ message: "hi" })) console.log(chunk.text);
// expect: kind=embedding vendor=google platform=google-ai-studio model=gemini-embedding-001
await ai.models.embedContent({ model: "gemini-embedding-001", contents: "hi" });
const vertex = new GoogleGenAI({ vertexai: true, project: "p", location: "us-central1" });
// expect: kind=chat vendor=google platform=google-vertex model=gemini-2.0-flash
await vertex.models.generateContentStream({ model: "gemini-2.0-flash", contents: "hi" });
