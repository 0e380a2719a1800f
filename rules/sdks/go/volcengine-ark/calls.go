package main

import (
	"context"
	"os"

	"github.com/volcengine/volcengine-go-sdk/service/arkruntime"
	"github.com/volcengine/volcengine-go-sdk/service/arkruntime/model"
)

func ask(ctx context.Context) error {
	client := arkruntime.NewClientWithApiKey(
		os.Getenv("ARK_API_KEY"),
		arkruntime.WithBaseUrl("https://ark.cn-beijing.volces.com/api/v3"),
	)
	req := model.CreateChatCompletionRequest{Model: "doubao-1-5-pro-32k-250115"}
	// expect: kind=chat vendor=bytedance platform=bytedance-api model=doubao-1-5-pro-32k-250115
	_, err := client.CreateChatCompletion(ctx, req)
	return err
}

func embed(ctx context.Context, client *arkruntime.Client) error {
	// expect: kind=embedding platform=bytedance-api
	_, err := client.CreateEmbeddings(ctx, model.EmbeddingRequestStrings{Model: "doubao-embedding"})
	return err
}
