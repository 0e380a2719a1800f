import { createTool } from "@mastra/core/tools";
import { Mastra } from "@mastra/core";

export const mastra = new Mastra({});
export const tool = createTool({ id: "x", execute: async () => "y" } as any);
