import {
  CopilotRuntime,
  OpenAIAdapter,
  GroqAdapter,
  copilotRuntimeNextJSAppRouterEndpoint,
  copilotRuntimeNodeHttpEndpoint,
} from "@copilotkit/runtime";

const runtime = new CopilotRuntime();

export const POST = async (req: Request) => {
  // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
  const { handleRequest } = copilotRuntimeNextJSAppRouterEndpoint({
    runtime,
    serviceAdapter: new OpenAIAdapter({ model: "gpt-4o-mini" }),
    endpoint: "/api/copilotkit",
  });
  return handleRequest(req);
};

const serviceAdapter = new GroqAdapter({ model: "llama-3.3-70b-versatile" });
// expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
copilotRuntimeNodeHttpEndpoint({ endpoint: "/copilotkit", runtime, serviceAdapter });
