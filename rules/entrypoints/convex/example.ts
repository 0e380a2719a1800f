import { internalAction, mutation } from "./_generated/server";
import { v } from "convex/values";

export const chat = internalAction({
  args: { text: v.string() },
  // entry: kind=task title=convex action example.chat
  handler: async (ctx, args) => {
    return args.text;
  },
});

// entry: kind=http title=convex mutation example.add
export const add = mutation(async (ctx, { text }) => {
  return text;
});
