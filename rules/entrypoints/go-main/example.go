package main

import "fmt"

// entry: kind=main title=go run example_go_main/example.go
func main() {
	run("x")
}

func run(text string) { fmt.Println(text) }
