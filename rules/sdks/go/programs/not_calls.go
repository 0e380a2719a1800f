package main

import (
	"os/exec"
)

func main() {
	exec.LookPath("claude")
	exec.Command("git", "diff", "--staged").Output()
	exec.Command("claude", "--version").Run()
	exec.Command("ollama", "pull", "llama3.2").Run()
	// Only made, never run.
	exec.Command("claude", "-p", "hi")
}
