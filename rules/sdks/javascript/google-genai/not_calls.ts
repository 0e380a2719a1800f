import { GoogleGenAI, Type } from "@google/genai";

const ai = new GoogleGenAI({});
const chat = ai.chats.create({ model: "gemini-2.5-pro" });
chat.getHistory();
ai.models.list();
ai.models.countTokens({ model: "gemini-2.5-pro", contents: "hi" });
ai.files.upload({ file: "a.png" });
export const schema = { type: Type.OBJECT };
