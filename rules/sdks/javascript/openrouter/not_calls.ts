import { OpenRouter } from "@openrouter/sdk";

new OpenRouter().models.list();
