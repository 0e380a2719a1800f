import { countTokens, openai } from "modelfusion";

// Making a model and counting its tokens sends nothing.
const model = openai.ChatTextGenerator({ model: "gpt-4" }).withChatPrompt();

export async function size(text: string) {
  return countTokens(openai.Tokenizer({ model: "gpt-4" }), text);
}
export { model };
