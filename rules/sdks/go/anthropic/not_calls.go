package main

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
)

func count(ctx context.Context) (int64, error) {
	client := anthropic.NewClient()
	tokens, err := client.Messages.CountTokens(ctx, anthropic.MessageCountTokensParams{})
	if err != nil {
		return 0, err
	}
	return tokens.InputTokens, nil
}
