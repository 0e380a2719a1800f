import { generateText } from "ai";

import { chat } from "@/lib/models";

export async function POST(request: Request) {
  const { name } = await request.json();
  const { text } = await generateText({
    model: chat,
    prompt: `Describe the product ${name} in two sentences.`,
  });
  return new Response(text);
}
