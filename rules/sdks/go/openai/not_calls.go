package main

import (
	"context"

	"github.com/openai/openai-go/v3"
)

func listModels(ctx context.Context) error {
	client := openai.NewClient()
	_, err := client.Models.List(ctx)
	return err
}

func uploadOnly(ctx context.Context, client openai.Client) error {
	_, err := client.Files.New(ctx, openai.FileNewParams{})
	return err
}
