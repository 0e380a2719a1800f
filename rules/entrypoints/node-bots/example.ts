import { App } from "@slack/bolt";
import { Client } from "discord.js";
import { Telegraf } from "telegraf";

const client = new Client({ intents: [] });
// entry: kind=bot title=discord messageCreate
client.on("messageCreate", async (message) => message.reply("hi"));

const slack = new App({ token: "t" });
// entry: kind=bot title=slack command /ask
slack.command("/ask", async ({ ack }) => ack());

const bot = new Telegraf("t");
// entry: kind=bot title=telegram start
bot.start((ctx) => ctx.reply("hi"));
