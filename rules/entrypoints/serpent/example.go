package main

import "github.com/coder/serpent"

// entry: kind=cli title=ask
func ask(inv *serpent.Invocation) error { return nil }

func root() *serpent.Command {
	return &serpent.Command{Use: "notes", Children: []*serpent.Command{{Use: "ask", Handler: ask}}}
}
