import { CopilotClient, approveAll } from "@github/copilot-sdk";

const client = new CopilotClient();
const session = await client.createSession({ model: "gpt-4.1", onPermissionRequest: approveAll });
// expect: kind=agent vendor=openai platform=github-copilot model=gpt-4.1
await session.sendAndWait({ prompt: "Say hello" });
