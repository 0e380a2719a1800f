package main

import (
	"context"
	"os"

	openai "github.com/sashabaranov/go-openai"
)

func ask(ctx context.Context) (string, error) {
	client := openai.NewClient(os.Getenv("OPENAI_API_KEY"))
	// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
	resp, err := client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model: openai.GPT4oMini,
	})
	if err != nil {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

func elsewhere(ctx context.Context) error {
	config := openai.DefaultConfig(os.Getenv("DEEPSEEK_API_KEY"))
	config.BaseURL = "https://api.deepseek.com/v1"
	client := openai.NewClientWithConfig(config)
	request := openai.ChatCompletionRequest{Model: "deepseek-chat", Stream: true}
	// expect: kind=chat vendor=deepseek platform=deepseek-api model=deepseek-chat
	stream, err := client.CreateChatCompletionStream(ctx, request)
	if err != nil {
		return err
	}
	return stream.Close()
}

func azured(ctx context.Context, text string) error {
	config := openai.DefaultAzureConfig(os.Getenv("AZURE_KEY"), "https://x.openai.azure.com")
	client := openai.NewClientWithConfig(config)
	// expect: kind=embedding vendor=openai platform=azure-openai model=text-embedding-ada-002
	_, err := client.CreateEmbeddings(ctx, openai.EmbeddingRequest{Model: openai.AdaEmbeddingV2})
	return err
}

func transcribe(ctx context.Context, client *openai.Client) error {
	// expect: kind=audio vendor=openai model=whisper-1
	_, err := client.CreateTranscription(ctx, openai.AudioRequest{Model: openai.Whisper1})
	return err
}
