package main

import (
	"context"

	"github.com/cloudwego/eino-ext/components/model/openai"
)

type report struct{}

func (report) Generate(ctx context.Context) error { return nil }

func look(ctx context.Context) error {
	if _, err := openai.NewChatModel(ctx, &openai.ChatModelConfig{Model: "gpt-4o"}); err != nil {
		return err
	}
	return report{}.Generate(ctx)
}
