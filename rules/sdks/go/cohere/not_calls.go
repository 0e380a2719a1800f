package main

import (
	"context"

	"github.com/cohere-ai/cohere-go/v2/client"
)

func check(ctx context.Context) error {
	_, err := client.NewClient().CheckApiKey(ctx)
	return err
}
