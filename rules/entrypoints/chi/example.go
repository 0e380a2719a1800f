package web

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

// entry: kind=http title=POST /chat
func chat(w http.ResponseWriter, r *http.Request) {}

// entry: kind=http title=GET /things/{id}
func thing(w http.ResponseWriter, r *http.Request) {}

func routes() chi.Router {
	r := chi.NewRouter()
	r.Post("/chat", chat)
	r.Route("/inner", func(r chi.Router) {
		r.With(nil).Get("/things/{id}", thing)
	})
	return r
}
