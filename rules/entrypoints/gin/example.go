package web

import "github.com/gin-gonic/gin"

// entry: kind=http title=GET /ping
func ping(c *gin.Context) {}

// entry: kind=http title=POST /api/chat
func chat(c *gin.Context) {}

func auth() gin.HandlerFunc { return nil }

func setup() *gin.Engine {
	router := gin.Default()
	router.GET("/ping", ping)
	api := router.Group("/api")
	api.POST("/chat", auth(), chat)
	register(router)
	return router
}

func register(router *gin.Engine) {
	// entry: kind=http title=DELETE /x/:id
	router.DELETE("/x/:id", func(c *gin.Context) { c.Status(204) })
}
