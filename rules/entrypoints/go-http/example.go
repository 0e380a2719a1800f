package web

import (
	"net/http"

	"github.com/gorilla/mux"
)

type server struct{ router *mux.Router }

// entry: kind=http title=/ask
func ask(w http.ResponseWriter, r *http.Request) {}

// entry: kind=http title=POST /chat
func (s *server) chat(w http.ResponseWriter, r *http.Request) {}

// entry: kind=http title=/items/{id}
func (s *server) item(w http.ResponseWriter, r *http.Request) {}

type health struct{}

// entry: kind=http title=/health
func (h *health) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func routes() http.Handler {
	s := &server{router: mux.NewRouter()}
	http.HandleFunc("/ask", ask)
	handlers := http.NewServeMux()
	handlers.HandleFunc("POST /chat", s.chat)
	handlers.Handle("/health", &health{})
	s.router.HandleFunc("/items/{id}", s.item).Methods("GET")
	return handlers
}
