import Groq from "groq-sdk";

const groq = new Groq({ apiKey: process.env.GROQ_API_KEY });
// expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
await groq.chat.completions.create({ model: "llama-3.3-70b-versatile", messages: [] });
// expect: kind=audio vendor=openai platform=groq model=whisper-large-v3
await groq.audio.transcriptions.create({ model: "whisper-large-v3", file: null as any });
