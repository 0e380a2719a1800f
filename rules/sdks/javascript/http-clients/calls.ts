import axios from "axios";
import got from "got";
import ky from "ky";

// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
axios.post("https://api.anthropic.com/v1/messages", { model: "claude-3-5-sonnet-latest", messages: [] });
const api = axios.create({ baseURL: "https://api.mistral.ai/v1" });
// expect: kind=chat vendor=mistral platform=mistral-api model=mistral-small-latest
api.post("/chat/completions", { model: "mistral-small-latest", messages: [] });
// expect: kind=chat vendor=openai platform=azure-openai
axios({ method: "post", url: "https://x.openai.azure.com/openai/deployments/gpt/chat/completions", data: {} });
// expect: kind=chat vendor=deepseek platform=deepseek-api model=deepseek-chat
got.post("https://api.deepseek.com/chat/completions", { json: { model: "deepseek-chat" } });
// expect: kind=embedding vendor=voyage platform=voyage-api model=voyage-3
ky.post("https://api.voyageai.com/v1/embeddings", { json: { model: "voyage-3", input: [] } });
