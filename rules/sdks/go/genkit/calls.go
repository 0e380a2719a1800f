package main

import (
	"context"

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	"github.com/firebase/genkit/go/plugins/googlegenai"
)

func text(ctx context.Context, g *genkit.Genkit) (string, error) {
	// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
	return genkit.GenerateText(ctx, g, ai.WithModelName("googleai/gemini-2.5-flash"), ai.WithPrompt("hi"))
}

func model(ctx context.Context, g *genkit.Genkit) error {
	pro := googlegenai.VertexAIModel(g, "gemini-2.5-pro")
	// expect: kind=chat vendor=google platform=google-vertex model=gemini-2.5-pro
	_, err := genkit.Generate(ctx, g, ai.WithModel(pro), ai.WithPrompt("hi"))
	return err
}
