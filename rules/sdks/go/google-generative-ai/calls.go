package main

import (
	"context"
	"os"

	"github.com/google/generative-ai-go/genai"
	"google.golang.org/api/option"
)

func generate(ctx context.Context) error {
	client, err := genai.NewClient(ctx, option.WithAPIKey(os.Getenv("GEMINI_API_KEY")))
	if err != nil {
		return err
	}
	defer client.Close()
	model := client.GenerativeModel("gemini-1.5-flash")
	model.SetTemperature(0.2)
	// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-flash
	if _, err := model.GenerateContent(ctx, genai.Text("hi")); err != nil {
		return err
	}
	session := model.StartChat()
	// expect: kind=chat vendor=google model=gemini-1.5-flash
	_, err = session.SendMessage(ctx, genai.Text("hi"))
	return err
}
