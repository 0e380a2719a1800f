package main

import (
	"context"

	"google.golang.org/genai"
)

func tokens(ctx context.Context, client *genai.Client) error {
	_, err := client.Models.CountTokens(ctx, "gemini-2.5-pro", nil, nil)
	return err
}
