import OpenAI, { AzureOpenAI, toFile } from "openai";
import { OpenAI as Named } from "openai";
import * as everything from "openai";
import { bedrock } from "openai/providers/bedrock";
import { Configuration, OpenAIApi } from "openai-edge";

const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
const MODEL = "gpt-4o-mini";

export async function everyKind(messages: any[], input: string) {
  // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini dynamic=false
  const answer = await client.chat.completions.create({ model: MODEL, messages });
  // expect: kind=chat vendor=openai platform=openai-api model=gpt-4.1
  const response = await client.responses.create({ model: "gpt-4.1", input });
  // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
  await client.embeddings.create({ model: "text-embedding-3-small", input });
  // expect: kind=image vendor=openai platform=openai-api model=gpt-image-1
  await client.images.generate({ model: "gpt-image-1", prompt: input });
  // expect: kind=audio vendor=openai platform=openai-api model=whisper-1
  await client.audio.transcriptions.create({ model: "whisper-1", file: await toFile(input) });
  // expect: kind=moderation vendor=openai platform=openai-api
  await client.moderations.create({ input });
  // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
  const stream = client.beta.chat.completions.stream({ model: "gpt-4o", messages, stream: true });
  for await (const event of stream) console.log(event);
  return [answer.choices[0].message.content, response.output_text];
}

export class Assistant {
  private readonly api: Named;

  constructor(private readonly model = "gpt-4o") {
    this.api = new Named();
  }

  async ask(prompt: string) {
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    const { choices } = await this.api.chat.completions.create({
      model: this.model,
      messages: [{ role: "user", content: prompt }],
    });
    return choices[0];
  }

  run = async (thread: string) => {
    // expect: kind=agent vendor=openai platform=openai-api
    return this.api.beta.threads.runs.stream(thread, { assistant_id: "asst_1" });
  };
}

const elsewhere = new everything.OpenAI({
  baseURL: "https://api.groq.com/openai/v1",
  apiKey: process.env["GROQ_API_KEY"]!,
});
// expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
elsewhere.chat.completions.create({ model: "llama-3.3-70b-versatile", messages: [] });

const azure = new AzureOpenAI({ endpoint: "https://x.openai.azure.com", deployment: "gpt-4o" });
// expect: kind=chat vendor=openai platform=azure-openai dynamic=true
azure.chat.completions.create({ model: "", messages: [] });

// expect: kind=chat platform=aws-bedrock vendor=openai
new OpenAI({ provider: bedrock() }).responses.create({ model: "openai.gpt-oss-120b-1:0", input: "" });

const old = new OpenAIApi(new Configuration({ apiKey: "k" }));
// expect: kind=chat vendor=openai platform=openai-api model=gpt-3.5-turbo
old.createChatCompletion({ model: "gpt-3.5-turbo", messages: [] });

import { OpenAI as FromJsr } from "jsr:@openai/openai@5";
// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
await new FromJsr().responses.create({ model: "gpt-4o", input: "" });
