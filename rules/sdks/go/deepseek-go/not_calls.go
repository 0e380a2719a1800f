package main

import (
	"context"

	deepseek "github.com/cohesion-org/deepseek-go"
)

func look(ctx context.Context, client *deepseek.Client) (bool, error) {
	if _, err := deepseek.GetBalance(client, ctx); err != nil {
		return false, err
	}
	if _, err := deepseek.ListAllModels(client, ctx); err != nil {
		return false, err
	}
	return deepseek.IsOllamaRunning(), nil
}
