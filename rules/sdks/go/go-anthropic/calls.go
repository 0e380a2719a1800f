package main

import (
	"context"
	"os"

	"github.com/liushuangls/go-anthropic/v2"
)

func ask(ctx context.Context) error {
	client := anthropic.NewClient(os.Getenv("ANTHROPIC_API_KEY"))
	// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-haiku-latest
	_, err := client.CreateMessages(ctx, anthropic.MessagesRequest{
		Model: anthropic.ModelClaude3Dot5HaikuLatest,
	})
	return err
}

func stream(ctx context.Context, client *anthropic.Client) error {
	// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-opus-4-1
	_, err := client.CreateMessagesStream(ctx, anthropic.MessagesStreamRequest{
		MessagesRequest: anthropic.MessagesRequest{Model: "claude-opus-4-1"},
	})
	return err
}
