package main

import (
	"context"
	"os"

	"google.golang.org/genai"
)

func gemini(ctx context.Context) (string, error) {
	client, err := genai.NewClient(ctx, &genai.ClientConfig{
		APIKey:  os.Getenv("GEMINI_API_KEY"),
		Backend: genai.BackendGeminiAPI,
	})
	if err != nil {
		return "", err
	}
	// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
	result, err := client.Models.GenerateContent(ctx, "gemini-2.5-flash", genai.Text("hi"), nil)
	if err != nil {
		return "", err
	}
	return result.Text(), nil
}

func onVertexAI(ctx context.Context) error {
	client, err := genai.NewClient(ctx, &genai.ClientConfig{Backend: genai.BackendVertexAI})
	if err != nil {
		return err
	}
	chat, err := client.Chats.Create(ctx, "gemini-2.5-pro", nil, nil)
	if err != nil {
		return err
	}
	// expect: kind=chat vendor=google platform=google-vertex model=gemini-2.5-pro
	_, err = chat.SendMessage(ctx, genai.Part{Text: "hi"})
	return err
}
