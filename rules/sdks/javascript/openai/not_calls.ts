import OpenAI from "openai";

const client = new OpenAI();

export async function housekeeping() {
  await client.models.list();
  await client.files.create({ file: null as any, purpose: "assistants" });
  await client.beta.threads.create();
  await client.vectorStores.list();
}

// Objects of others that look like a client.
const chat = { completions: { create: (options: object) => options } };
chat.completions.create({ model: "gpt-4o" });

class Client {
  chat = chat;
}
new Client().chat.completions.create({ model: "gpt-4o" });
