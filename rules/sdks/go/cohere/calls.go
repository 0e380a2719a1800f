package main

import (
	"context"

	cohere "github.com/cohere-ai/cohere-go/v2"
	"github.com/cohere-ai/cohere-go/v2/client"
)

type ranker struct {
	*client.Client
}

func newRanker(token string) *ranker {
	return &ranker{Client: client.NewClient(client.WithToken(token))}
}

func (r *ranker) rank(ctx context.Context, query string) error {
	// expect: kind=rerank vendor=cohere platform=cohere-api model=rerank-v3.5
	_, err := r.V2.Rerank(ctx, &cohere.V2RerankRequest{Model: "rerank-v3.5", Query: query})
	return err
}

func (r *ranker) chat(ctx context.Context) error {
	// expect: kind=chat vendor=cohere model=command-r-plus
	_, err := r.Chat(ctx, &cohere.ChatRequest{Model: cohere.String("command-r-plus")})
	return err
}
