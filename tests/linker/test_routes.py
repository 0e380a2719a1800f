"""Routes are named as their framework's users name them, below the prefixes of all above."""

from __future__ import annotations

from tests.linker.modules import CALL, LLM
from tests.linker.reading import AuditTree, workflow, workflows


def test_a_route_is_named_with_the_prefixes_of_all_routers_above_it(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "shop/__init__.py": "",
            "shop/main.py": """
                from fastapi import FastAPI

                from shop.api import api

                app = FastAPI()
                app.include_router(api, prefix="/api")
            """,
            "shop/api.py": """
                from fastapi import APIRouter

                from shop import tickets

                api = APIRouter(prefix="/v1")
                api.include_router(tickets.router, prefix="/tickets", tags=["tickets"])
            """,
            "shop/tickets.py": """
                from fastapi import APIRouter

                from llm import ask

                router = APIRouter()


                @router.post("/{ticket_id}/reply")
                async def reply(ticket_id: int):
                    return ask("reply")


                @router.get("/")
                async def listing():
                    return []
            """,
        }
    )
    assert workflows(report) == {"POST /api/v1/tickets/{ticket_id}/reply": CALL}
    flow = workflow(report, "POST /api/v1/tickets/{ticket_id}/reply")
    assert (flow.kind, flow.entry.path, flow.entry.line, flow.entry.function) == (
        "http",
        "shop/tickets.py",
        9,
        "reply",
    )
    assert flow.vendors == ("openai",)


def test_routes_of_an_application_made_by_a_function_are_found(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                from fastapi import FastAPI

                from llm import ask


                def create_app() -> FastAPI:
                    app = FastAPI()

                    @app.get("/inner")
                    def inner():
                        return ask("hello")

                    app.add_api_route("/added", added, methods=["POST"])
                    return app


                def added():
                    return ask("hello")
            """,
        }
    )
    assert workflows(report) == {"GET /inner": CALL, "POST /added": CALL}


def test_one_function_behind_two_routes_is_two_workflows(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                from fastapi import FastAPI

                from llm import ask

                app = FastAPI()


                @app.get("/v1/ask")
                @app.post("/v2/ask")
                def answer():
                    return ask("hello")
            """,
        }
    )
    assert workflows(report) == {"GET /v1/ask": CALL, "POST /v2/ask": CALL}


def test_routes_of_starlette_are_named_with_their_mounts(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                from starlette.applications import Starlette
                from starlette.responses import PlainTextResponse
                from starlette.routing import Mount, Route

                from llm import ask


                async def answer(request):
                    return PlainTextResponse(ask("hello"))


                api = [Route("/answer", answer, methods=["POST"])]
                app = Starlette(routes=[Mount("/api", routes=api)])
            """,
        }
    )
    assert workflows(report) == {"POST /api/answer": CALL}


def test_a_websocket_is_an_entry_point(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                from fastapi import FastAPI, WebSocket

                from llm import ask

                app = FastAPI()


                @app.websocket("/chat")
                async def chat(socket: WebSocket):
                    await socket.accept()
                    while True:
                        await socket.send_text(ask(await socket.receive_text()))
            """,
        }
    )
    assert workflows(report) == {"WS /chat": CALL}


def test_a_flask_blueprint_is_mounted_below_its_prefix(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "views.py": """
                from flask import Blueprint

                from llm import ask

                bp = Blueprint("chat", __name__, url_prefix="/chat")


                @bp.route("/send", methods=["POST"])
                def send():
                    return ask("hello")
            """,
            "app.py": """
                from flask import Flask

                from views import bp

                app = Flask(__name__)
                app.register_blueprint(bp)
            """,
        }
    )
    assert workflows(report) == {"POST /chat/send": CALL}


def test_the_prefix_a_blueprint_is_registered_with_replaces_its_own(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                from flask import Blueprint, Flask

                from llm import ask

                bp = Blueprint("chat", __name__, url_prefix="/chat")


                @bp.get("/send")
                def send():
                    return ask("hello")


                app = Flask(__name__)
                app.register_blueprint(bp, url_prefix="/v2")
            """,
        }
    )
    assert workflows(report) == {"GET /v2/send": CALL}


def test_methods_of_class_based_views_are_entry_points(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "views.py": """
                from django.views import View
                from rest_framework.response import Response
                from rest_framework.views import APIView

                from llm import ask


                class AskView(View):
                    def get(self, request):
                        return self.render(ask("hello"))

                    def render(self, text):
                        return text


                class SummaryView(APIView):
                    permission_classes = []

                    def post(self, request):
                        return Response(ask(request.data["text"]))

                    def get(self, request):
                        return Response([])
            """,
            "urls.py": """
                from django.urls import path

                from views import AskView, SummaryView

                urlpatterns = [
                    path("ask/", AskView.as_view()),
                    path("summaries/", SummaryView.as_view()),
                ]
            """,
        }
    )
    assert workflows(report) == {"GET AskView": CALL, "POST SummaryView": CALL}


def test_a_view_function_is_named_by_its_url(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "views.py": """
                from django.http import JsonResponse

                from llm import ask


                def answer(request, ticket_id):
                    return JsonResponse({"answer": ask("hello")})
            """,
            "urls.py": """
                from django.urls import path

                import views

                urlpatterns = [path("tickets/<int:ticket_id>/answer/", views.answer)]
            """,
        }
    )
    assert workflows(report) == {"/tickets/<int:ticket_id>/answer/": CALL}
