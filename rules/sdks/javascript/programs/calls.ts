import { exec, spawn } from "node:child_process";
import { spawnSync } from "child_process";

export function ask(prompt: string, model = "claude-sonnet-4-5") {
  // expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
  const child = spawn("claude", ["-p", prompt, "--model", model], { stdio: "pipe" });
  return child.stdout;
}

// expect: kind=agent vendor=meta platform=ollama model=llama3.2
spawnSync("ollama", ["run", "llama3.2", "hi"]);
// expect: kind=agent vendor=google platform=google-ai-studio
exec(`gemini -p "${process.argv[2]}"`, (error, stdout) => console.log(stdout));
