package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/bedrock"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
)

func models(ctx context.Context, client *bedrock.Client) error {
	_, err := client.ListFoundationModels(ctx, &bedrock.ListFoundationModelsInput{})
	return err
}

func guard(ctx context.Context, client *bedrockruntime.Client) error {
	_, err := client.ApplyGuardrail(ctx, &bedrockruntime.ApplyGuardrailInput{})
	return err
}
