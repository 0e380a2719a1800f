package cmd

import "github.com/urfave/cli/v2"

// entry: kind=cli title=ask
func ask(c *cli.Context) error { return nil }

func app() *cli.App {
	return &cli.App{Commands: []*cli.Command{{Name: "ask", Action: ask}}}
}
