import { exec, spawn } from "node:child_process";

spawn("claude", ["--version"]);
spawn("ollama", ["serve"]);
exec("git commit -m 'claude -p'");
const pattern = /claude -p/;
pattern.exec("claude -p hi");
