package main

import (
	"bytes"
	"context"
	"os/exec"
)

type Client struct {
	model string
}

func (c *Client) Ask(prompt string) (string, error) {
	cmd := exec.Command("gemini", "--model", c.model, "--prompt", prompt)
	var out bytes.Buffer
	cmd.Stdout = &out
	// expect: kind=agent vendor=google platform=google-ai-studio
	if err := cmd.Run(); err != nil {
		return "", err
	}
	return out.String(), nil
}

func local(ctx context.Context, prompt string) ([]byte, error) {
	// expect: kind=agent vendor=meta platform=ollama model=llama3.2
	return exec.CommandContext(ctx, "ollama", "run", "llama3.2", prompt).Output()
}

func agent(task string, full bool) ([]byte, error) {
	args := []string{"-p", task}
	if full {
		args = append(args, "--model", "claude-opus-4-5")
	}
	// expect: kind=agent platform=anthropic-api
	return exec.Command("claude", args...).CombinedOutput()
}

func main() {
	client := &Client{model: "gemini-2.5-pro"}
	client.Ask("hi")
	local(context.Background(), "hi")
	agent("hi", true)
}
