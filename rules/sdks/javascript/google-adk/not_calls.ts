import { FunctionTool, InMemorySessionService, LlmAgent } from "@google/adk";

export const agent = () => new LlmAgent({ name: "unused", model: "gemini-2.5-flash" }).name;
const sessions = new InMemorySessionService();
sessions.createSession({ appName: "letters", userId: "u" });
new FunctionTool({ name: "today", description: "The date", execute: () => new Date() });
