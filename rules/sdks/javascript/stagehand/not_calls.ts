import { Stagehand } from "@browserbasehq/stagehand";

const stagehand = new Stagehand({ env: "LOCAL", model: "openai/gpt-4.1-mini" });
await stagehand.init();
await stagehand.page.goto("https://example.com");
await stagehand.close();
