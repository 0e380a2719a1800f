import { CopilotRuntime, OpenAIAdapter } from "@copilotkit/runtime";

export const runtime = new CopilotRuntime({ actions: [] });
const adapter = new OpenAIAdapter({ model: "gpt-4o-mini" });
console.log(adapter.model);
