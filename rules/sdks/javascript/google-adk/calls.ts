import { Gemini, InMemoryRunner, LlmAgent, SequentialAgent } from "@google/adk";

const writer = new LlmAgent({ name: "writer", model: "gemini-2.5-flash", instruction: "Write." });
const runner = new InMemoryRunner({ agent: writer, appName: "letters" });

export async function write(text: string) {
  // expect: kind=agent vendor=google platform=google-ai-studio model=gemini-2.5-flash
  for await (const event of runner.runAsync({ userId: "u", sessionId: "s", newMessage: text })) {
    console.log(event);
  }
}

const editor = new LlmAgent({ name: "editor", model: new Gemini({ model: "gemini-2.5-pro" }) });
const both = new InMemoryRunner({ agent: new SequentialAgent({ name: "both", subAgents: [editor] }) });
// expect: kind=agent vendor=google platform=google-ai-studio model=gemini-2.5-pro
both.runEphemeral({ userId: "u", newMessage: "hello" });
