package cmd

import "github.com/spf13/cobra"

// entry: kind=cli title=tool
var root = &cobra.Command{
	Use:  "tool",
	RunE: func(cmd *cobra.Command, args []string) error { return nil },
}

var explain = &cobra.Command{Use: "explain [file]", Run: runExplain}

// entry: kind=cli title=explain [file]
func runExplain(cmd *cobra.Command, args []string) {}

func init() { root.AddCommand(explain) }
