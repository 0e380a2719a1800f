import { Ai } from "@cloudflare/ai";

export default {
  async fetch(request: Request, env: { AI: Ai }) {
    // expect: kind=chat vendor=meta platform=cloudflare-workers-ai model=@cf/meta/llama-3.1-8b-instruct
    const answer = await env.AI.run("@cf/meta/llama-3.1-8b-instruct", { prompt: "hi" });
    const ai = new Ai((env as any).AI);
    // expect: kind=chat vendor=meta platform=cloudflare-workers-ai model=@cf/meta/llama-3-8b-instruct
    await ai.run("@cf/meta/llama-3-8b-instruct", { prompt: "hi" });
    return Response.json(answer);
  },
};
