package server

import (
	"context"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
	official "github.com/modelcontextprotocol/go-sdk/mcp"
)

type Desk struct{}

// entry: kind=event title=tool answer
func (d *Desk) answer(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	return mcp.NewToolResultText("hi"), nil
}

func (d *Desk) register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("answer"), d.answer)
}

// entry: kind=event title=tool summarise
func summarise(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	return nil, nil
}

// entry: kind=event title=tool greet
func greet(ctx context.Context, req *official.CallToolRequest, in any) (*official.CallToolResult, any, error) {
	return nil, nil, nil
}

// A helper that nobody registers.
func helper(ctx context.Context) error { return nil }

func main() {
	s := server.NewMCPServer("desk", "1.0")
	s.AddTool(mcp.NewTool("summarise"), summarise)
	(&Desk{}).register(s)
	other := official.NewServer(&official.Implementation{Name: "desk"}, nil)
	official.AddTool(other, &official.Tool{Name: "greet"}, greet)
}
