package main

import (
	"context"

	"github.com/volcengine/volcengine-go-sdk/service/arkruntime"
	"github.com/volcengine/volcengine-go-sdk/service/arkruntime/model"
)

func count(ctx context.Context, client *arkruntime.Client) error {
	_, err := client.CreateTokenization(ctx, model.TokenizationRequestString{Model: "doubao-pro"})
	return err
}
