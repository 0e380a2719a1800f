import type { Ai } from "@cloudflare/workers-types";

export interface Env {
  AI: Ai;
}
const tasks = { run: (name: string) => name };
tasks.run("build");
