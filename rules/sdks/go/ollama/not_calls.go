package main

import (
	"context"

	"github.com/ollama/ollama/api"
)

func pull(ctx context.Context) error {
	client, _ := api.ClientFromEnvironment()
	return client.Pull(ctx, &api.PullRequest{Model: "llama3.2"}, nil)
}
