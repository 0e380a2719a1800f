"""Entry points are named as their framework's users name them, and list what they reach."""

from __future__ import annotations

import json

import pytest

from auditor.settings import Settings, WorkflowSetting
from tests.linker.reading import (
    AuditTree,
    anthropic,
    kinds,
    openai,
    place,
    targets,
    unreached,
    workflow,
    workflows,
)

#: A module with one call, on line 7.
LLM = """
    from openai import OpenAI

    client = OpenAI()


    def ask(prompt):
        return client.responses.create(model="gpt-4o", input=prompt)
"""
CALL = ["llm.py:7"]


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


def test_a_background_task_belongs_to_the_route_that_starts_it(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                from fastapi import BackgroundTasks, FastAPI

                from llm import ask

                app = FastAPI()


                @app.post("/later")
                async def later(tasks: BackgroundTasks):
                    tasks.add_task(ask, "hello")
                    return {"queued": True}
            """,
        }
    )
    assert workflows(report) == {"POST /later": CALL}


def test_a_dependency_of_a_route_that_hands_it_nothing_belongs_to_the_route(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                from fastapi import Depends, FastAPI

                from llm import ask

                app = FastAPI()


                def moderate(text: str):
                    ask(f"Is this rude? {text}")


                @app.post("/comments", dependencies=[Depends(moderate)])
                def comment(text: str):
                    return {"stored": text}
            """,
        }
    )
    assert workflows(report) == {"POST /comments": CALL}


def test_a_dependency_of_a_router_belongs_to_its_routes(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "routes.py": """
                from fastapi import APIRouter, Depends

                from llm import ask


                def moderate(text: str):
                    ask(f"Is this rude? {text}")


                router = APIRouter(prefix="/comments", dependencies=[Depends(moderate)])


                @router.post("/")
                def comment(text: str):
                    return {"stored": text}
            """,
            "app.py": """
                from fastapi import Depends, FastAPI

                from llm import ask
                from routes import router


                def count():
                    ask("How many?")


                app = FastAPI()
                app.include_router(router, dependencies=[Depends(count)])


                @app.get("/health")
                def health():
                    return "fine"
            """,
        }
    )
    assert workflows(report) == {"POST /comments/": CALL}


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


def test_a_task_is_an_entry_point_and_belongs_to_the_route_that_queues_it(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "tasks.py": """
                from celery import Celery, shared_task

                from llm import ask

                celery = Celery("desk")


                @celery.task(bind=True, max_retries=3)
                def summarise(self, text):
                    return ask(text)


                @shared_task(name="desk.label")
                def label(text):
                    return ask(text)
            """,
            "app.py": """
                from flask import Flask

                from tasks import label, summarise

                app = Flask(__name__)


                @app.post("/summaries")
                def start():
                    summarise.delay("text")
                    return "queued", 202


                @app.post("/labels")
                def start_label():
                    label.apply_async(args=["text"], countdown=5)
                    return "queued", 202
            """,
        }
    )
    assert workflows(report) == {
        "task summarise": CALL,
        "task desk.label": CALL,
        "POST /summaries": CALL,
        "POST /labels": CALL,
    }
    assert kinds(report)["task summarise"] == "task"


def test_commands_of_a_click_group_are_entry_points(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "cli.py": """
                import click

                from llm import ask


                @click.group()
                def cli():
                    pass


                @cli.command()
                @click.argument("text")
                def summarise(text):
                    click.echo(ask(text))


                @cli.command("say-hello")
                def hello():
                    click.echo(ask("hello"))


                @cli.command()
                def version():
                    click.echo("1.0")
            """,
        }
    )
    assert workflows(report) == {"command summarise": CALL, "command say-hello": CALL}
    assert set(kinds(report).values()) == {"cli"}


def test_commands_of_a_typer_application_are_entry_points(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "cli.py": """
                import typer

                from llm import ask

                app = typer.Typer()
                admin = typer.Typer()
                app.add_typer(admin, name="admin")


                @app.command()
                def summarise(text: str):
                    typer.echo(ask(text))


                @admin.command("re-index")
                def reindex():
                    ask("index")


                if __name__ == "__main__":
                    app()
            """,
        }
    )
    found = workflows(report)
    assert found["command summarise"] == CALL
    assert found["command re-index"] == CALL


def test_a_script_is_entered_at_the_function_that_its_main_block_calls(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "tools/report.py": """
                import argparse
                import asyncio

                from llm import ask


                async def main(args):
                    ask(args.text)


                if __name__ == "__main__":
                    parser = argparse.ArgumentParser()
                    parser.add_argument("text")
                    asyncio.run(main(parser.parse_args()))
            """,
        }
    )
    assert workflows(report) == {"python tools/report.py": CALL}
    flow = workflow(report, "python tools/report.py")
    assert (flow.kind, flow.entry.line, flow.entry.function) == ("main", 7, "main")


def test_commands_chosen_by_argparse_belong_to_the_script(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "desk.py": """
                import argparse

                from llm import ask


                def run_summary(args):
                    ask(args.text)


                def run_version(args):
                    print("1.0")


                def main():
                    parser = argparse.ArgumentParser()
                    commands = parser.add_subparsers()
                    summary = commands.add_parser("summary")
                    summary.set_defaults(func=run_summary)
                    commands.add_parser("version").set_defaults(func=run_version)
                    args = parser.parse_args()
                    args.func(args)


                if __name__ == "__main__":
                    main()
            """,
        }
    )
    assert workflows(report)["command run_summary"] == CALL


def test_methods_of_a_class_given_to_fire_are_reached(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "cli.py": """
                import fire

                from llm import ask


                class Commands:
                    def summarise(self, text):
                        return ask(text)


                if __name__ == "__main__":
                    fire.Fire(Commands)
            """,
        }
    )
    assert unreached(report) == []


def test_a_script_without_a_main_block_is_entered_at_its_top(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "nightly.py": """
                from llm import ask

                for text in ["a", "b"]:
                    print(ask(text))
            """,
        }
    )
    assert workflows(report) == {"python nightly.py": CALL}


def test_a_package_run_with_m_is_an_entry_point(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/llm.py": LLM,
            "shop/__main__.py": """
                from shop.llm import ask


                def main():
                    ask("hello")


                main()
            """,
        }
    )
    assert workflows(report) == {"python shop/__main__.py": ["shop/llm.py:7"]}


def test_a_console_script_of_the_manifest_is_an_entry_point(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "pyproject.toml": """
                [project]
                name = "shop"
                version = "1.0"

                [project.scripts]
                shop-ask = "shop.cli:main"
                shop-version = "shop.cli:version"
            """,
            "src/shop/__init__.py": "",
            "src/shop/llm.py": LLM,
            "src/shop/cli.py": """
                from shop.llm import ask


                def main():
                    ask("hello")


                def version():
                    print("1.0")
            """,
        }
    )
    assert workflows(report) == {"shop-ask": ["src/shop/llm.py:7"]}
    flow = workflow(report, "shop-ask")
    assert (flow.kind, flow.entry.path, flow.entry.line) == ("cli", "src/shop/cli.py", 4)


def test_jobs_of_a_scheduler_are_entry_points(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "jobs.py": """
                from apscheduler.schedulers.background import BackgroundScheduler

                from llm import ask

                scheduler = BackgroundScheduler()


                def digest():
                    ask("digest")


                @scheduler.scheduled_job("cron", hour=3)
                def nightly():
                    ask("nightly")


                def start():
                    scheduler.add_job(digest, "interval", minutes=5, id="digest-job")
                    scheduler.start()
            """,
        }
    )
    assert workflows(report) == {"job digest-job": CALL, "job nightly": CALL}
    assert set(kinds(report).values()) == {"schedule"}


def test_a_lambda_handler_is_an_entry_point(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "functions/reply/app.py": """
                from llm import ask


                def lambda_handler(event, context):
                    return {"statusCode": 200, "body": ask(event["body"])}
            """,
        }
    )
    assert workflows(report) == {"lambda functions.reply.app": CALL}
    assert kinds(report) == {"lambda functions.reply.app": "event"}


GRAPH = """
    from langchain_anthropic import ChatAnthropic
    from langchain_openai import ChatOpenAI
    from langgraph.graph import END, START, StateGraph

    small = ChatOpenAI(model="gpt-4o-mini")
    large = ChatAnthropic(model="claude-sonnet-4-5")


    def plan(state):
        return {"plan": small.invoke(state["question"])}


    class Writer:
        def write(self, state):
            return {"answer": large.invoke(state["plan"])}


    def route(state):
        return "write" if state["plan"] else END


    builder = StateGraph(dict)
    builder.add_node("plan", plan)
    builder.add_node("write", Writer().write)
    builder.add_edge(START, "plan")
    builder.add_conditional_edges("plan", route)
    desk = builder.compile()
"""


def test_a_graph_reaches_the_calls_of_its_nodes(audit_tree: AuditTree) -> None:
    report = audit_tree({"graph.py": GRAPH})
    assert workflows(report) == {"graph desk": ["graph.py:10", "graph.py:15"]}
    assert kinds(report) == {"graph desk": "graph"}
    assert workflow(report, "graph desk").vendors == ("anthropic", "openai")


def test_a_route_that_runs_a_graph_reaches_the_calls_of_its_nodes(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "graph.py": GRAPH,
            "app.py": """
                from fastapi import FastAPI

                from graph import desk

                app = FastAPI()


                @app.post("/ask")
                async def ask(question: str):
                    return await desk.ainvoke({"question": question})
            """,
        }
    )
    assert workflows(report)["POST /ask"] == ["graph.py:10", "graph.py:15"]


def test_a_callable_object_may_be_a_node_of_a_graph(audit_tree: AuditTree) -> None:
    source = GRAPH.replace("Writer().write", "Writer()").replace("def write(", "def __call__(")
    report = audit_tree({"graph.py": source})
    assert workflows(report)["graph desk"] == ["graph.py:10", "graph.py:15"]


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


def test_a_notebook_is_an_entry_point_and_its_cells_are_counted(audit_tree: AuditTree) -> None:
    def cell(*lines: str, kind: str = "code") -> dict[str, object]:
        return {"cell_type": kind, "metadata": {}, "outputs": [], "source": "\n".join(lines)}

    notebook = {
        "cells": [
            cell("# Try the model", kind="markdown"),
            cell("%pip install openai", "from openai import OpenAI", "client = OpenAI()"),
            cell('client.responses.create(model="gpt-4o", input="hi")'),
        ],
        "metadata": {"kernelspec": {"language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    report = audit_tree({"try.ipynb": json.dumps(notebook, indent=1)})
    (call,) = report.calls
    assert (call.cell, call.vendors, call.models) == (3, ("openai",), ("gpt-4o",))
    assert kinds(report) == {"notebook try.ipynb": "notebook"}


def test_listeners_of_a_slack_application_are_entry_points(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "bot.py": """
                import os

                from slack_bolt import App

                from llm import ask

                app = App(token=os.environ["SLACK_BOT_TOKEN"])


                @app.event("app_mention")
                def mentioned(event, say):
                    say(ask(event["text"]))


                @app.command("/ask")
                def asked(ack, command, say):
                    ack()
                    say(ask(command["text"]))


                if __name__ == "__main__":
                    app.start(port=3000)
            """,
        }
    )
    assert workflows(report) == {"Slack event app_mention": CALL, "Slack /ask": CALL}
    assert set(kinds(report).values()) == {"bot"}


def test_a_page_of_streamlit_is_an_entry_point(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                import streamlit as st

                from llm import ask

                if prompt := st.chat_input("Say something"):
                    st.write(ask(prompt))
            """,
        }
    )
    assert list(workflows(report).values()) == [CALL]


def test_a_call_that_no_entry_point_reaches_is_listed_as_such(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from flask import Flask
                from openai import OpenAI

                app = Flask(__name__)
                client = OpenAI()


                @app.get("/")
                def index():
                    return client.responses.create(model="gpt-4o", input="used")


                def _forgotten():
                    return client.responses.create(model="gpt-4o-mini", input="unused")


                def exported():
                    return client.responses.create(model="gpt-4.1", input="for others")
            """
        }
    )
    assert unreached(report) == ["app.py:14", "app.py:18"]
    assert workflows(report) == {"GET /": ["app.py:10"], "exported": ["app.py:18"]}
    assert kinds(report)["exported"] == "library"


def test_a_public_function_that_another_one_calls_is_no_workflow_of_its_own(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "kit.py": """
                from openai import OpenAI


                def send(prompt):
                    return OpenAI().responses.create(model="gpt-4o", input=prompt)


                def summarise(text):
                    return send(f"summarise {text}")
            """
        }
    )
    assert workflows(report) == {"summarise": ["kit.py:5"]}


def test_the_order_of_definitions_does_not_make_a_function_public(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "kit.py": """
                from openai import OpenAI


                def summarise(text):
                    return send(f"summarise {text}")


                def send(prompt):
                    return OpenAI().responses.create(model="gpt-4o", input=prompt)
            """
        }
    )
    assert workflows(report) == {"summarise": ["kit.py:9"]}


def test_an_entry_point_that_asks_no_model_is_not_listed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                from flask import Flask

                from llm import ask

                app = Flask(__name__)


                @app.get("/health")
                def health():
                    return "ok"


                @app.get("/ask")
                def answer():
                    return ask("hello")
            """,
        }
    )
    assert workflows(report) == {"GET /ask": CALL}


TESTED = {
    "llm.py": LLM,
    "app.py": """
        from flask import Flask

        from llm import ask

        app = Flask(__name__)


        @app.get("/ask")
        def answer():
            return ask("hello")
    """,
    "tests/test_llm.py": """
        from anthropic import Anthropic

        from llm import ask


        def test_ask():
            assert ask("hello")


        def test_judge():
            verdict = Anthropic().messages.create(
                model="claude-haiku-4-5", messages=[], max_tokens=9
            )
            assert verdict


        if __name__ == "__main__":
            test_judge()
    """,
}


def test_calls_in_tests_are_marked_and_form_no_workflow(audit_tree: AuditTree) -> None:
    report = audit_tree(TESTED)
    assert {call.path: call.in_tests for call in report.calls} == {
        "llm.py": False,
        "tests/test_llm.py": True,
    }
    assert targets(report)["tests/test_llm.py:11"] == anthropic("claude-haiku-4-5")
    assert targets(report)["llm.py:7"] == openai("gpt-4o")
    assert workflows(report) == {"GET /ask": CALL}


def test_workflows_in_tests_are_listed_when_asked_for(audit_tree: AuditTree) -> None:
    report = audit_tree(TESTED, Settings(include_tests=True))
    assert "GET /ask" in workflows(report)
    assert workflows(report)["python tests/test_llm.py"] == ["tests/test_llm.py:11"]


def test_an_application_built_by_tests_does_not_blur_the_real_one(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "writer.py": """
                import litellm


                class Writer:
                    def __init__(self, model="gpt-4o"):
                        self.model = model

                    def write(self, prompt):
                        return litellm.completion(model=self.model, messages=[prompt])
            """,
            "tests/fake_app.py": """
                from flask import Flask

                from writer import Writer

                app = Flask(__name__)


                @app.get("/fake")
                def fake():
                    return Writer("ollama/llama3.1").write("hello")
            """,
        }
    )
    assert targets(report) == {"writer.py:9": openai("gpt-4o")}


def test_a_workflow_gets_the_name_and_weight_that_the_settings_give_it(
    audit_tree: AuditTree,
) -> None:
    said = WorkflowSetting("GET /*", name="Ask the desk", criticality="critical", owner="desk")
    report = audit_tree(TESTED, Settings(workflows=(said,)))
    (flow,) = report.workflows
    assert (flow.name, flow.criticality, flow.owner) == ("Ask the desk", "critical", "desk")


@pytest.mark.parametrize(
    ("handler", "name"),
    [
        ("on_message(self, message)", "on_message"),
        ("process(self, item)", "process"),
    ],
)
def test_an_object_handed_to_a_library_that_runs_it_is_reached(
    audit_tree: AuditTree, handler: str, name: str
) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": f"""
                import pipelib

                from llm import ask


                class Step(pipelib.Step):
                    def {handler}:
                        return ask("hello")


                if __name__ == "__main__":
                    pipelib.run([Step()])
            """,
        }
    )
    assert workflows(report)["python app.py"] == CALL


def test_a_long_running_consumer_is_reached_from_its_main_block(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "consumer.py": """
                import json

                from kafka import KafkaConsumer

                from llm import ask


                class Worker:
                    def __init__(self, topic):
                        self.consumer = KafkaConsumer(topic)
                        self.handlers = {"reply": self.reply}

                    def run(self):
                        for record in self.consumer:
                            event = json.loads(record.value)
                            handler = self.handlers.get(event["type"])
                            if handler is None:
                                continue
                            handler(event)

                    def reply(self, event):
                        ask(event["text"])


                if __name__ == "__main__":
                    Worker("tickets").run()
            """,
        }
    )
    assert workflows(report) == {"python consumer.py": CALL}


SERVER = """
    from fastapi import FastAPI

    from llm import ask

    app = FastAPI()


    @app.post("/talk/{user}")
    def talk(user: str, text: str):
        return ask(text)


    @app.post("/v1/chat/completions")
    def compatible(body: dict):
        return ask(body["messages"][-1])
"""


@pytest.mark.parametrize(
    "written",
    [
        'requests.post("http://localhost:8000/talk/me", json={"text": text})',
        'requests.post(f"{API}/talk/{user}", json={"text": text})',
        'requests.post("http://backend:8000/talk/me", json={"text": text})',
        'httpx.Client(base_url="http://127.0.0.1:8000").post("/talk/me", json={"text": text})',
    ],
)
def test_a_client_of_the_repository_s_own_route_reaches_its_calls(
    audit_tree: AuditTree, written: str
) -> None:
    client = f"""
        import os

        import httpx
        import requests
        import streamlit as st

        import llm

        API = os.environ["API_URL"]


        def send(user, text):
            return {written}


        st.write(send("me", "hello"))
    """
    report = audit_tree({"llm.py": LLM, "server.py": SERVER, "page.py": client})
    assert workflows(report)["page page.py"] == CALL


@pytest.mark.parametrize(
    "written",
    [
        'requests.get("http://localhost:8000/talk/me")',
        'requests.post("https://talk.example.com/talk/me")',
        'requests.post("http://localhost:8000/talk")',
    ],
)
def test_other_addresses_lead_to_no_route_of_one_s_own(audit_tree: AuditTree, written: str) -> None:
    client = f"""
        import requests
        import streamlit as st

        st.write({written})
    """
    report = audit_tree({"llm.py": LLM, "server.py": SERVER, "page.py": client})
    assert "page page.py" not in workflows(report)


def test_asking_one_s_own_route_in_a_test_is_no_call(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "server.py": SERVER,
            "tests/test_server.py": """
                from fastapi.testclient import TestClient

                from server import app

                client = TestClient(app)


                def test_compatible():
                    answer = client.post("/v1/chat/completions", json={"messages": ["hi"]})
                    assert answer.status_code == 200
            """,
        }
    )
    assert [place(call) for call in report.calls] == CALL
