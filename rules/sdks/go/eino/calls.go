package main

import (
	"context"
	"os"

	"github.com/cloudwego/eino-ext/components/model/claude"
	"github.com/cloudwego/eino-ext/components/model/openai"
	"github.com/cloudwego/eino/components/model"
	"github.com/cloudwego/eino/schema"
)

func newModel(ctx context.Context) (model.ToolCallingChatModel, error) {
	return openai.NewChatModel(ctx, &openai.ChatModelConfig{
		APIKey: os.Getenv("OPENAI_API_KEY"),
		Model:  "gpt-4o",
	})
}

func generate(ctx context.Context, messages []*schema.Message) error {
	chat, err := newModel(ctx)
	if err != nil {
		return err
	}
	// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
	_, err = chat.Generate(ctx, messages)
	return err
}

func stream(ctx context.Context, messages []*schema.Message) error {
	config := &claude.Config{Model: "claude-sonnet-4-5", ByBedrock: false}
	chat, err := claude.NewChatModel(ctx, config)
	if err != nil {
		return err
	}
	// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
	_, err = chat.Stream(ctx, messages)
	return err
}
