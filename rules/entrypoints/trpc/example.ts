import { initTRPC } from "@trpc/server";

const t = initTRPC.context().create();
export const publicProcedure = t.procedure;

async function summarise({ input }: { input: string }) {
  return input;
}

export const appRouter = t.router({
  // entry: kind=http title=trpc mutation example summarise
  summary: publicProcedure.input(String).mutation(summarise),
});
