fetch("https://api.example.com/v1/things");
fetch("https://openrouter.ai/docs");
fetch("https://api.openai.com/v1/models");
export const link = "https://api.openai.com/v1/chat/completions";
fetch("/api/chat", { method: "POST" });
