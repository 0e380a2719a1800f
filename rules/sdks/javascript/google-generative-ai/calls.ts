import { GoogleGenerativeAI } from "@google/generative-ai";
import { VertexAI } from "@google-cloud/vertexai";

const genAI = new GoogleGenerativeAI(process.env.GEMINI_API_KEY || "");
const model = genAI.getGenerativeModel({ model: "gemini-1.5-flash" });
// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-flash dynamic=false
const { response } = await model.generateContent(["hi"]);
console.log(response.text());
// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-flash
await model.startChat({ history: [] }).sendMessageStream("hi");
// expect: kind=embedding vendor=google platform=google-ai-studio model=text-embedding-004
await genAI.getGenerativeModel({ model: "text-embedding-004" }).embedContent("hi");
const vertex = new VertexAI({ project: "p", location: "us-central1" });
// expect: kind=chat vendor=google platform=google-vertex model=gemini-1.5-pro
await vertex.preview.getGenerativeModel({ model: "gemini-1.5-pro" }).generateContentStream({} as any);
