import Portkey from "portkey-ai";

const portkey = new Portkey({ apiKey: process.env.PORTKEY_API_KEY, virtualKey: "v" });
// expect: kind=chat vendor=openai gateway=portkey model=gpt-4o platform=
await portkey.chat.completions.create({ model: "gpt-4o", messages: [] });
