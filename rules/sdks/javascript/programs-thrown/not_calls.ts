import { execSync } from "child_process";
import { execa } from "execa";

execSync("which claude");
await execa("npm", ["install", "-g", "@openai/codex"]);
