package main

import (
	"context"
	"net/http"
	"net/url"

	"github.com/ollama/ollama/api"
)

func local(ctx context.Context) error {
	client, err := api.ClientFromEnvironment()
	if err != nil {
		return err
	}
	req := &api.ChatRequest{Model: "llama3.2"}
	// expect: kind=chat vendor=meta platform=ollama model=llama3.2
	return client.Chat(ctx, req, func(resp api.ChatResponse) error { return nil })
}

func remote(ctx context.Context, base *url.URL) error {
	client := api.NewClient(base, http.DefaultClient)
	// expect: kind=embedding platform=ollama model=nomic-embed-text
	_, err := client.Embed(ctx, &api.EmbedRequest{Model: "nomic-embed-text"})
	return err
}
