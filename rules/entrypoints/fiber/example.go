package web

import "github.com/gofiber/fiber/v2"

type handler struct{}

// entry: kind=http title=POST /api/chat
func (h *handler) chat(c *fiber.Ctx) error { return nil }

func serve(h *handler) error {
	app := fiber.New()
	app.Group("/api").Post("/chat", h.chat)
	return app.Listen(":80")
}
