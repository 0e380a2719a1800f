package main

import (
	"context"
	"os"

	"github.com/revrost/go-openrouter"
)

func ask(ctx context.Context) error {
	client := openrouter.NewClient(
		os.Getenv("OPENROUTER_API_KEY"),
		openrouter.WithXTitle("Notes"),
	)
	// expect: kind=chat vendor=anthropic gateway=openrouter model=claude-sonnet-4
	_, err := client.CreateChatCompletion(ctx, openrouter.ChatCompletionRequest{
		Model: "anthropic/claude-sonnet-4",
	})
	return err
}

func configured(ctx context.Context) error {
	client := openrouter.NewClientWithConfig(*openrouter.DefaultConfig(os.Getenv("KEY")))
	// expect: kind=chat vendor=openai gateway=openrouter model=gpt-4o-mini
	_, err := client.CreateChatCompletionStream(ctx, openrouter.ChatCompletionRequest{
		Model: "openai/gpt-4o-mini", Stream: true,
	})
	return err
}
