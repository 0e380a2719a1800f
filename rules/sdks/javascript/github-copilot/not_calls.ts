import { CopilotClient } from "@github/copilot-sdk";

const client = new CopilotClient();
await client.start();
await client.createSession({ model: "gpt-4.1" });
await client.stop();
