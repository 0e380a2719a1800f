package acme

import (
	"context"
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
)

func ask(ctx context.Context, name string) error {
	key := azcore.NewKeyCredential(os.Getenv("AZURE_OPENAI_API_KEY"))
	client, err := azopenai.NewClientWithKeyCredential(os.Getenv("AZURE_OPENAI_ENDPOINT"), key, nil)
	if err != nil {
		return err
	}
	// expect: kind=chat vendor=openai platform=azure-openai dynamic=true
	_, err = client.GetChatCompletions(ctx, azopenai.ChatCompletionsOptions{DeploymentName: &name}, nil)
	if err != nil {
		return err
	}
	// expect: kind=embedding vendor=openai platform=azure-openai dynamic=true
	_, err = client.GetEmbeddings(ctx, azopenai.EmbeddingsOptions{DeploymentName: &name}, nil)
	return err
}
