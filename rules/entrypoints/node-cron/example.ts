import cron from "node-cron";

// entry: kind=schedule title=cron 0 8 * * *
cron.schedule("0 8 * * *", async () => {
  console.log("hi");
});
