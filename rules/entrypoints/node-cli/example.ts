import { Command } from "commander";
import { Command as Oclif } from "@oclif/core";

async function ask(prompt: string) {
  console.log(prompt);
}

const program = new Command();
// entry: kind=cli title=command ask
program.command("ask <prompt>").description("asks").action(ask);
program.parse();

export default class Review extends Oclif {
  // entry: kind=cli title=command Review
  async run() {
    console.log("hi");
  }
}
