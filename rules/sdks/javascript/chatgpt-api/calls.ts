import { ChatGPTAPI } from "chatgpt";

const usual = new ChatGPTAPI({ apiKey: process.env.OPENAI_API_KEY });
const larger = new ChatGPTAPI({ apiKey: "", completionParams: { model: "gpt-4" } });

export async function answer(question: string) {
  // expect: kind=chat vendor=openai platform=openai-api model=gpt-3.5-turbo
  const first = await usual.sendMessage(question);
  // expect: kind=chat vendor=openai platform=openai-api model=gpt-4
  return larger.sendMessage(question, { parentMessageId: first.id });
}

export async function later(question: string) {
  const { ChatGPTAPI } = await import("chatgpt");
  // expect: kind=chat vendor=openai model=gpt-3.5-turbo
  return new ChatGPTAPI({ apiKey: "" }).sendMessage(question);
}
