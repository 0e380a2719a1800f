package main

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type fake struct{}

func (fake) CreateChatCompletion(context.Context, openai.ChatCompletionRequest) error { return nil }

func notAsked(ctx context.Context) error {
	client := openai.NewClient("")
	if _, err := client.CreateAssistant(ctx, openai.AssistantRequest{Model: "gpt-4o"}); err != nil {
		return err
	}
	return fake{}.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o"})
}
