package main

import "fmt"

// entry: kind=main title=go run example.go
func main() {
	run("x")
}

func run(text string) { fmt.Println(text) }
