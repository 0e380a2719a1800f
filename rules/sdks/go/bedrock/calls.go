package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
)

type converser interface {
	Converse(context.Context, *bedrockruntime.ConverseInput, ...func(*bedrockruntime.Options)) (*bedrockruntime.ConverseOutput, error)
}

type bot struct {
	client converser
	model  string
}

func newBot(ctx context.Context) (*bot, error) {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("eu-west-1"))
	if err != nil {
		return nil, err
	}
	return &bot{bedrockruntime.NewFromConfig(cfg), "anthropic.claude-3-haiku-20240307-v1:0"}, nil
}

func (b *bot) say(ctx context.Context) error {
	// expect: kind=chat vendor=anthropic platform=aws-bedrock
	_, err := b.client.Converse(ctx, &bedrockruntime.ConverseInput{ModelId: aws.String(b.model)})
	return err
}

func invoke(ctx context.Context, client *bedrockruntime.Client) error {
	input := &bedrockruntime.InvokeModelInput{ModelId: aws.String("amazon.nova-lite-v1:0")}
	// expect: kind=chat vendor=amazon platform=aws-bedrock
	_, err := client.InvokeModel(ctx, input)
	return err
}
