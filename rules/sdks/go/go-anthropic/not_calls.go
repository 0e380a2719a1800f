package main

import (
	"context"

	"github.com/liushuangls/go-anthropic/v2"
)

func tokens(ctx context.Context, client *anthropic.Client) error {
	_, err := client.CountTokens(ctx, anthropic.MessagesRequest{Model: "claude-opus-4-1"})
	return err
}
