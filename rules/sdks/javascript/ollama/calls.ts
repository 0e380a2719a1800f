import ollama, { Ollama } from "ollama";

// expect: kind=chat vendor=meta platform=ollama model=llama3.1
await ollama.chat({ model: "llama3.1", messages: [] });
const remote = new Ollama({ host: "http://127.0.0.1:11434" });
// expect: kind=embedding platform=ollama model=nomic-embed-text
await remote.embed({ model: "nomic-embed-text", input: "hi" });
