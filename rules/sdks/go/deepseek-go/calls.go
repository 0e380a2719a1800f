package main

import (
	"context"
	"os"
	"time"

	deepseek "github.com/cohesion-org/deepseek-go"
)

func ask(ctx context.Context) (string, error) {
	client := deepseek.NewClient(os.Getenv("DEEPSEEK_API_KEY"))
	request := &deepseek.ChatCompletionRequest{Model: deepseek.DeepSeekChat}
	// expect: kind=chat vendor=deepseek platform=deepseek-api model=deepseek-chat
	response, err := client.CreateChatCompletion(ctx, request)
	if err != nil {
		return "", err
	}
	return response.Choices[0].Message.Content, nil
}

func elsewhere(ctx context.Context) error {
	client, err := deepseek.NewClientWithOptions(
		os.Getenv("OPENROUTER_API_KEY"),
		deepseek.WithBaseURL("https://openrouter.ai/api/v1/"),
		deepseek.WithTimeout(time.Minute),
	)
	if err != nil {
		return err
	}
	// expect: kind=chat vendor=deepseek gateway=openrouter model=deepseek-r1
	stream, err := client.CreateChatCompletionStream(ctx, &deepseek.StreamChatCompletionRequest{
		Model: deepseek.OpenRouterDeepSeekR1,
	})
	if err != nil {
		return err
	}
	return stream.Close()
}

func local(request *deepseek.ChatCompletionRequest) error {
	request.Model = "llama3.2"
	// expect: kind=chat platform=ollama
	_, err := deepseek.CreateOllamaChatCompletion(request)
	return err
}
