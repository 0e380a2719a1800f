package web

import "github.com/labstack/echo/v4"

// entry: kind=http title=POST /v1/chat
func chat(c echo.Context) error { return c.String(200, "x") }

func serve() {
	e := echo.New()
	group := e.Group("/v1")
	group.POST("/chat", chat)
	e.Logger.Fatal(e.Start(":80"))
}
