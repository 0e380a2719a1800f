package main

import "github.com/tmc/langchaingo/prompts"

func format() (string, error) {
	return prompts.NewPromptTemplate("{{.x}}", []string{"x"}).Format(map[string]any{"x": 1})
}
