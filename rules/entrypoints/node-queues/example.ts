import { Worker as TemporalWorker } from "@temporalio/worker";
import { Worker } from "bullmq";
import { Inngest } from "inngest";
import { task } from "@trigger.dev/sdk/v3";

// entry: kind=task title=worker mail
new Worker("mail", async (job) => job.data);

const inngest = new Inngest({ id: "acme" });
// entry: kind=task title=inngest digest
export const digest = inngest.createFunction({ id: "digest" }, { event: "x" }, async ({ step }) => "hi");

// entry: kind=task title=task summarise
export const summarise = task({ id: "summarise", run: async (payload: string) => payload });

const activities = {
  // entry: kind=task title=activity summarize
  async summarize(text: string): Promise<string> {
    return text;
  },
};

export async function startWorker() {
  const worker = await TemporalWorker.create({ workflowsPath: "./workflows", activities, taskQueue: "q" });
  await worker.run();
}
