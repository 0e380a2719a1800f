"""The application: routers, and what to answer when something is missing."""

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from desk.api import health, tickets
from desk.assistant import AssistantUnavailable
from desk.store import UnknownTicket


def create_app() -> FastAPI:
    app = FastAPI(title="Support desk")
    app.include_router(health.router)
    app.include_router(tickets.router, prefix="/api")
    app.add_exception_handler(UnknownTicket, unknown_ticket)
    app.add_exception_handler(AssistantUnavailable, assistant_unavailable)
    return app


def unknown_ticket(request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"detail": f"no ticket {error}"}, status_code=404)


def assistant_unavailable(request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"detail": "the assistant is not available"}, status_code=503)


app = create_app()
