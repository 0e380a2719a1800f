import { execFileSync, execSync } from "child_process";
import { execa } from "execa";

// expect: kind=agent platform=openai-api
execSync("codex exec 'fix the tests'");
// expect: kind=agent platform=anthropic-api
execFileSync("claude", ["-p", "hi"]);
// expect: kind=agent vendor=google platform=google-ai-studio
await execa("gemini", ["--prompt", "hi"]);
