package main

import (
	"context"
	"os"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/azure"
	"github.com/openai/openai-go/v3/option"
	"github.com/openai/openai-go/v3/responses"
)

type Assistant struct {
	client openai.Client
	model  string
}

func NewAssistant() *Assistant {
	return &Assistant{
		client: openai.NewClient(option.WithAPIKey(os.Getenv("OPENAI_API_KEY"))),
		model:  openai.ChatModelGPT4o,
	}
}

func (a *Assistant) Chat(ctx context.Context, prompt string) (string, error) {
	// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
	completion, err := a.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(prompt)},
		Model:    a.model,
	})
	if err != nil {
		return "", err
	}
	return completion.Choices[0].Message.Content, nil
}

func respond(ctx context.Context) error {
	client := openai.NewClient()
	params := responses.ResponseNewParams{Model: "gpt-5-mini"}
	_, err := client.Responses.New(ctx, params) // expect: kind=chat vendor=openai model=gpt-5-mini
	return err
}

func stream(ctx context.Context) error {
	client := openai.NewClient(option.WithBaseURL("https://api.groq.com/openai/v1"))
	var params openai.ChatCompletionNewParams
	params.Model = "llama-3.3-70b-versatile"
	// expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
	stream := client.Chat.Completions.NewStreaming(ctx, params)
	for stream.Next() {
		stream.Current()
	}
	return stream.Err()
}

func onAzure(ctx context.Context) (*openai.CreateEmbeddingResponse, error) {
	options := []option.RequestOption{azure.WithAPIKey(os.Getenv("AZURE_OPENAI_API_KEY"))}
	options = append(options, azure.WithEndpoint(os.Getenv("AZURE_OPENAI_ENDPOINT"), "2024-06-01"))
	client := openai.NewClient(options...)
	// expect: kind=embedding vendor=openai platform=azure-openai model=text-embedding-3-small
	return client.Embeddings.New(ctx, openai.EmbeddingNewParams{
		Model: openai.EmbeddingModelTextEmbedding3Small,
	})
}
