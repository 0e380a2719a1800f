package main

import (
	"context"

	"github.com/revrost/go-openrouter"
)

func look(ctx context.Context, client *openrouter.Client) error {
	_, err := client.ListModels(ctx)
	return err
}
