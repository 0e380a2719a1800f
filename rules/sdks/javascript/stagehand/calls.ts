import { Stagehand } from "@browserbasehq/stagehand";

const stagehand = new Stagehand({ env: "LOCAL", model: "openai/gpt-4.1-mini" });
await stagehand.init();
// expect: kind=agent vendor=openai platform=openai-api model=gpt-4.1-mini
await stagehand.act("open the first result");

const older = new Stagehand({ env: "LOCAL", modelName: "google/gemini-2.0-flash" });
// expect: kind=agent vendor=google platform=google-ai-studio model=gemini-2.0-flash
await older.page.extract({ instruction: "the title" });
const agent = stagehand.agent({ model: "anthropic/claude-sonnet-4-5" });
// expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
await agent.execute("find the price");
