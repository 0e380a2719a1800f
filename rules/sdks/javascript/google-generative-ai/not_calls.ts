import { GoogleGenerativeAI, HarmCategory } from "@google/generative-ai";
import { GoogleAIFileManager } from "@google/generative-ai/server";

const model = new GoogleGenerativeAI("k").getGenerativeModel({ model: "gemini-1.5-flash" });
model.countTokens("hi");
model.startChat();
new GoogleAIFileManager("k").uploadFile("a.png", { mimeType: "image/png" });
export const categories = [HarmCategory.HARM_CATEGORY_HARASSMENT];
