"""A request to the program's own route is joined with the handler, in whatever language it is."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, workflows

ROUTES = {
    "app/api/chat/[vendor]/route.ts": """
        import OpenAI from "openai";
        export async function POST() {
          return new OpenAI().responses.create({ model: "gpt-4o", input: "" });
        }
    """,
}


@pytest.mark.parametrize(
    "request_",
    [
        'fetch("/api/chat/x", { method: "POST" })',
        'fetch(`/api/chat/${vendor}`, { method: "POST" })',
        'fetch(`${process.env.BASE}/api/chat/x?y=1`, { method: "POST" })',
        'axios.post("/api/chat/x", {})',
        'fetch("http://localhost:3000/api/chat/x", { method: "POST" })',
    ],
)
def test_a_page_reaches_the_call_behind_its_request(audit_tree: AuditTree, request_: str) -> None:
    page = f"""
        import axios from "axios";
        export async function send(vendor: string) {{
          await {request_};
        }}
    """
    found = workflows(audit_tree({**ROUTES, "components/send.ts": page}))
    assert found["send"] == ["app/api/chat/[vendor]/route.ts:3"]


@pytest.mark.parametrize(
    "request_",
    [
        'fetch("/api/chat/x")',
        'fetch("/api/other/x", { method: "POST" })',
        'fetch("/api/chat/x/y", { method: "POST" })',
        'fetch("https://example.com/api/chat/x", { method: "POST" })',
        'fetch(url, { method: "POST" })',
    ],
)
def test_other_requests_reach_nothing(audit_tree: AuditTree, request_: str) -> None:
    page = f"export async function send(url: string) {{\n  await {request_};\n}}\n"
    assert "send" not in workflows(audit_tree({**ROUTES, "components/send.ts": page}))


def test_a_page_reaches_a_route_that_is_written_in_python(audit_tree: AuditTree) -> None:
    files = {
        "api/main.py": """
            from fastapi import FastAPI
            from openai import OpenAI

            app = FastAPI()


            @app.post("/answers/{number}")
            def answer(number: int):
                return OpenAI().responses.create(model="gpt-4o", input="")
        """,
        "web/src/send.ts": """
            const API = import.meta.env.VITE_API_URL ?? "http://localhost:8000";
            export async function send(number: number) {
              await fetch(`${API}/answers/${number}`, { method: "POST" });
            }
        """,
    }
    report = audit_tree(files)
    assert workflows(report)["send"] == ["api/main.py:9"]
    (page,) = [flow for flow in report.workflows if flow.name == "send"]
    assert set(page.single_points) >= {"vendor:openai", "platform:openai-api"}


@pytest.mark.parametrize(
    "opened",
    [
        'new WebSocket("ws://localhost:8000/ws/chat")',
        "new WebSocket(`${process.env.SOCKETS}/ws/chat`)",
        'new WebSocket(API.replace(/^http/, "ws") + "/ws/chat")',
    ],
)
def test_a_page_reaches_the_route_that_its_socket_is_opened_on(
    audit_tree: AuditTree, opened: str
) -> None:
    files = {
        "api/main.py": """
            from fastapi import FastAPI, WebSocket
            from openai import OpenAI

            app = FastAPI()


            @app.websocket("/ws/chat")
            async def chat(socket: WebSocket):
                return OpenAI().responses.create(model="gpt-4o", input="")
        """,
        "web/src/send.ts": f"""
            const API = process.env.API_URL || "http://localhost:8000";
            export function send(text: string) {{
              const socket = {opened};
              socket.onopen = () => socket.send(text);
            }}
        """,
    }
    assert workflows(audit_tree(files))["send"] == ["api/main.py:9"]


def test_no_socket_is_opened_with_a_post(audit_tree: AuditTree) -> None:
    files = {
        "api/main.py": """
            from fastapi import FastAPI, WebSocket
            from openai import OpenAI

            app = FastAPI()


            @app.websocket("/ws/chat")
            async def chat(socket: WebSocket):
                return OpenAI().responses.create(model="gpt-4o", input="")
        """,
        "web/src/send.ts": """
            export async function send(text: string) {
              await fetch("/ws/chat", { method: "POST", body: text });
            }
        """,
    }
    assert "send" not in workflows(audit_tree(files))


def test_a_function_below_the_api_folder_is_a_route_by_the_name_of_its_method(
    audit_tree: AuditTree,
) -> None:
    files = {
        "api/slack/events.ts": """
            import { waitUntil } from "@vercel/functions";
            import OpenAI from "openai";
            const model = "gpt-4o";
            const answer = async () => new OpenAI().responses.create({ model, input: "" });
            export async function POST(request: Request) {
              waitUntil(answer());
              return new Response("ok");
            }
        """,
    }
    assert workflows(audit_tree(files)) == {"POST /api/slack/events": ["api/slack/events.ts:4"]}


def test_handlers_of_equal_titles_in_one_function_are_as_many_workflows(
    audit_tree: AuditTree,
) -> None:
    files = {
        "bot.ts": """
            import { Client } from "discord.js";
            import OpenAI from "openai";
            const ask = () => new OpenAI().responses.create({ model: "gpt-4o", input: "" });
            const start = (events: string[]) => {
              const client = new Client({ intents: [] });
              client.on(events[0], async (message) => message.reply("hello"));
              client.on(events[1], async () => ask());
              client.on(events[2], async () => ask());
            };
            start(load());
        """,
    }
    report = audit_tree(files)
    found = [(w.name, w.entry.line) for w in report.workflows]
    assert [line for name, line in found if name == "discord"] == [7, 8]
    assert len({w.id for w in report.workflows}) == len(report.workflows)


def test_an_event_that_a_library_has_a_constant_for_goes_by_its_name(
    audit_tree: AuditTree,
) -> None:
    files = {
        "bot.ts": """
            import { Client, Events } from "discord.js";
            import OpenAI from "openai";
            const client = new Client({ intents: [] });
            client.on(Events.MessageCreate, async (message) => {
              await new OpenAI().responses.create({ model: "gpt-4o", input: "" });
            });
        """,
    }
    assert set(workflows(audit_tree(files))) == {"discord MessageCreate"}


_WRAPPER = """
    export function withAuth(handler: (request: Request) => Promise<Response>) {
      return async (request: Request) => {
        if (!request.headers.get("user")) return new Response("", { status: 401 });
        return handler(request);
      };
    }
"""


@pytest.mark.parametrize("wrapper", ['"@/lib/auth"', '"@other/auth"'])
def test_a_route_that_a_function_wraps_stands_where_it_is_exported(
    audit_tree: AuditTree, wrapper: str
) -> None:
    report = audit_tree(
        {
            "tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./*"]}}}',
            "lib/auth.ts": _WRAPPER,
            "app/api/chat/route.ts": f"""
                import OpenAI from "openai";
                import {{ withAuth }} from {wrapper};
                export const POST = withAuth(async (request) => {{
                  return new OpenAI().responses.create({{ model: "gpt-4o", input: "" }});
                }});
            """,
        }
    )
    (flow,) = report.workflows
    assert (flow.name, flow.entry.path, flow.entry.line) == (
        "POST /api/chat",
        "app/api/chat/route.ts",
        3,
    )
