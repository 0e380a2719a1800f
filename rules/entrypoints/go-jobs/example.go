package jobs

import (
	"context"

	"github.com/hibiken/asynq"
	"github.com/robfig/cron/v3"
)

// entry: kind=schedule title=cron @hourly
func hourly() {}

// entry: kind=task title=task summarise
func summarise(ctx context.Context, task *asynq.Task) error { return nil }

func start() {
	c := cron.New()
	c.AddFunc("@hourly", hourly)
	mux := asynq.NewServeMux()
	mux.HandleFunc("summarise", summarise)
}
