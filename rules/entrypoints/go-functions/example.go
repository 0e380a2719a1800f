package function

import (
	"context"
	"net/http"

	"github.com/GoogleCloudPlatform/functions-framework-go/functions"
	"github.com/aws/aws-lambda-go/lambda"
)

// entry: kind=event title=lambda handle
func handle(ctx context.Context, event any) (string, error) { return "", nil }

// entry: kind=http title=function Ask
func ask(w http.ResponseWriter, r *http.Request) {}

func start() {
	functions.HTTP("Ask", ask)
	lambda.Start(handle)
}
