package main

import (
	"context"

	"github.com/tmc/langchaingo/chains"
	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/anthropic"
	"github.com/tmc/langchaingo/llms/openai"
	"github.com/tmc/langchaingo/prompts"
)

func single(ctx context.Context) (string, error) {
	llm, err := openai.New(openai.WithModel("gpt-4o"))
	if err != nil {
		return "", err
	}
	// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
	return llms.GenerateFromSinglePrompt(ctx, llm, "hi")
}

func content(ctx context.Context) error {
	llm, err := anthropic.New(anthropic.WithModel("claude-3-5-sonnet-20241022"))
	if err != nil {
		return err
	}
	// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-20241022
	_, err = llm.GenerateContent(ctx, []llms.MessageContent{})
	return err
}

func chain(ctx context.Context, template prompts.PromptTemplate) error {
	llm, err := openai.New(openai.WithBaseURL("https://api.mistral.ai/v1"), openai.WithModel("mistral-large-latest"))
	if err != nil {
		return err
	}
	// expect: kind=chat vendor=mistral platform=mistral-api model=mistral-large-latest
	_, err = chains.Run(ctx, chains.NewLLMChain(llm, template), "hi")
	return err
}
