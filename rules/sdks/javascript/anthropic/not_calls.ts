import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic();
client.messages.countTokens({ model: "claude-3-5-haiku-latest", messages: [] });
client.models.list();
client.messages.batches.retrieve("b");
