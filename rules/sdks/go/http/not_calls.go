package main

import (
	"net/http"
	"strings"
)

func download(url string) error {
	req, err := http.NewRequest("GET", "https://api.github.com/repos", nil)
	if err != nil {
		return err
	}
	if _, err := http.DefaultClient.Do(req); err != nil {
		return err
	}
	if _, err := http.Get(url); err != nil {
		return err
	}
	_, err = http.Post("https://api.openai.com/v1/files", "application/json", strings.NewReader("{}"))
	return err
}
