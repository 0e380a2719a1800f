import { Mistral } from "@mistralai/mistralai";
import MistralClient from "@mistralai/mistralai";

const client = new Mistral({ apiKey: process.env["MISTRAL_API_KEY"] ?? "" });
// expect: kind=chat vendor=mistral platform=mistral-api model=mistral-large-latest
const stream = await client.chat.stream({ model: "mistral-large-latest", messages: [] });
for await (const event of stream) console.log(event);
// expect: kind=other vendor=mistral platform=mistral-api model=mistral-ocr-latest
await client.ocr.process({ model: "mistral-ocr-latest", document: {} as any });
const old = new MistralClient("key");
// expect: kind=chat vendor=mistral platform=mistral-api model=mistral-tiny
await old.chat({ model: "mistral-tiny", messages: [] });
