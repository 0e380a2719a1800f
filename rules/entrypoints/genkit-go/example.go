package flows

import (
	"context"

	"github.com/firebase/genkit/go/genkit"
)

// entry: kind=graph title=flow menu
func suggest(ctx context.Context, theme string) (string, error) { return theme, nil }

func define(g *genkit.Genkit) { genkit.DefineFlow(g, "menu", suggest) }
