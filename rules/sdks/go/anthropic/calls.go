package main

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/anthropics/anthropic-sdk-go/bedrock"
	"github.com/anthropics/anthropic-sdk-go/option"
	"github.com/anthropics/anthropic-sdk-go/vertex"
)

func message(ctx context.Context, key string) (*anthropic.Message, error) {
	client := anthropic.NewClient(option.WithAPIKey(key))
	// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
	return client.Messages.New(ctx, anthropic.MessageNewParams{
		MaxTokens: 1024,
		Model:     anthropic.ModelClaudeSonnet4_5,
	})
}

func onBedrock(ctx context.Context) error {
	client := anthropic.NewClient(bedrock.WithLoadDefaultConfig(ctx))
	// expect: kind=chat vendor=anthropic platform=aws-bedrock
	stream := client.Messages.NewStreaming(ctx, anthropic.MessageNewParams{
		Model: "us.anthropic.claude-sonnet-4-20250514-v1:0",
	})
	for stream.Next() {
	}
	return stream.Err()
}

func onVertex(ctx context.Context) {
	client := anthropic.NewClient(vertex.WithGoogleAuth(ctx, "us-east5", "project"))
	// expect: kind=chat vendor=anthropic platform=google-vertex model=claude-opus-4-1
	client.Messages.New(ctx, anthropic.MessageNewParams{Model: anthropic.ModelClaudeOpus4_1})
}
