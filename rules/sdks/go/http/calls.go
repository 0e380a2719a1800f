package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

const baseURL = "https://api.openai.com/v1"

type chatRequest struct {
	Model    string   `json:"model"`
	Messages []string `json:"messages"`
}

func post(ctx context.Context) error {
	body, err := json.Marshal(chatRequest{Model: "gpt-4o"})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, baseURL+"/chat/completions", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+os.Getenv("OPENAI_API_KEY"))
	client := &http.Client{}
	// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func gem(model string) error {
	url := fmt.Sprintf("https://generativelanguage.googleapis.com/v1beta/models/%s:generateContent", "gemini-2.0-flash")
	payload, _ := json.Marshal(map[string]any{"contents": []string{"hi"}})
	// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
	_, err := http.Post(url, "application/json", bytes.NewBuffer(payload))
	return err
}

func shared(body []byte) error {
	req, err := http.NewRequest(http.MethodPost, "https://api.openai.com/v1/embeddings", bytes.NewReader(body))
	if err != nil {
		return err
	}
	// expect: kind=embedding vendor=openai platform=openai-api
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
