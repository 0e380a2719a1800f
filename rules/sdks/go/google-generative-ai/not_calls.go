package main

import (
	"context"

	"github.com/google/generative-ai-go/genai"
)

func info(ctx context.Context, client *genai.Client) error {
	_, err := client.GenerativeModel("gemini-1.5-pro").Info(ctx)
	return err
}
