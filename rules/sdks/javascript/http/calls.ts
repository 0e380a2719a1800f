const API = "https://api.openai.com/v1";

export async function ask(prompt: string) {
  // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
  const response = await fetch(`${API}/chat/completions`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.OPENAI_API_KEY}` },
    body: JSON.stringify({ model: "gpt-4o", messages: [{ role: "user", content: prompt }] }),
  });
  return response.json();
}

const model = "gemini-1.5-pro";
// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-pro
fetch(`https://generativelanguage.googleapis.com/v1beta/models/${model}:generateContent?key=k`, { method: "POST" });
const mistral = "https://api-inference.huggingface.co/models/mistralai/Mistral-7B-Instruct-v0.2";
// expect: kind=completion vendor=mistral platform=huggingface model=mistralai/Mistral-7B-Instruct-v0.2
fetch(mistral, { method: "POST", body: JSON.stringify({ inputs: "Hi" }) });
// expect: kind=other platform=huggingface model=black-forest-labs/FLUX.1-dev
fetch("https://api-inference.huggingface.co/models/black-forest-labs/FLUX.1-dev", { method: "POST" });
// expect: kind=chat platform=ollama
fetch(new URL("/api/chat", "http://localhost:11434"), { method: "POST" });

import unfetched from "isomorphic-unfetch";

// expect: kind=completion vendor=openai platform=openai-api model=gpt-3.5-turbo-instruct
unfetched(`${API}/completions`, { method: "POST", body: JSON.stringify({ model: "gpt-3.5-turbo-instruct", prompt: "" }) });

const request = new XMLHttpRequest();
// expect: kind=chat vendor=openai platform=openai-api
request.open("POST", "https://api.openai.com/v1/chat/completions");
request.send("{}");
