"""A function that is told whom to ask is listed where that is chosen."""

from __future__ import annotations

from tests.linker.reading import AuditTree, anthropic, asks, openai, targets, workflows, wrappers


def test_a_wrapper_given_a_model_is_listed_where_the_model_is_chosen(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "llm.py": """
                import litellm


                def complete(prompt, model):
                    return litellm.completion(model=model, messages=[prompt])
            """,
            "app.py": """
                from flask import Flask

                from llm import complete

                app = Flask(__name__)


                @app.get("/cheap")
                def cheap():
                    return complete("hello", "gpt-4o-mini")


                @app.get("/good")
                def good():
                    return complete("hello", model="claude-sonnet-4-5")
            """,
        }
    )
    assert wrappers(report) == {
        "app.py:10": openai("gpt-4o-mini"),
        "app.py:15": anthropic("claude-sonnet-4-5"),
    }
    assert workflows(report) == {"GET /cheap": ["llm.py:5"], "GET /good": ["llm.py:5"]}


def test_a_wrapper_given_a_url_is_listed_where_the_url_is_chosen(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "http_client.py": """
                import httpx


                def post_json(url, body):
                    return httpx.post(url, json=body, timeout=30).json()
            """,
            "app.py": """
                from http_client import post_json


                def ask(prompt):
                    return post_json(
                        "https://api.mistral.ai/v1/chat/completions",
                        {"model": "mistral-large-latest", "messages": [prompt]},
                    )


                def ping():
                    return post_json("https://example.com/ping", {})
            """,
        }
    )
    mistral = asks("mistral", "mistral-api", "mistral-large-latest")
    assert targets(report) == {"http_client.py:5": mistral}
    assert wrappers(report) == {"app.py:5": mistral}
    assert workflows(report) == {"ask": ["http_client.py:5"]}


def test_a_wrapper_that_fixes_its_own_model_is_no_wrapper_call(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": """
                from openai import OpenAI


                def complete(prompt):
                    return OpenAI().responses.create(model="gpt-4o", input=prompt)
            """,
            "app.py": """
                from llm import complete

                if __name__ == "__main__":
                    complete("gpt-4o is a model")
            """,
        }
    )
    assert wrappers(report) == {}


def test_the_same_helper_is_told_apart_by_what_each_route_hands_it(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from anthropic import Anthropic
                from flask import Flask
                from openai import OpenAI

                app = Flask(__name__)


                def gpt(prompt):
                    return OpenAI().responses.create(model="gpt-4o", input=prompt)


                def claude(prompt):
                    return Anthropic().messages.create(
                        model="claude-haiku-4-5", messages=[prompt], max_tokens=9
                    )


                def timed(ask, prompt):
                    return ask(prompt)


                @app.get("/gpt")
                def with_gpt():
                    return timed(gpt, "hello")


                @app.get("/claude")
                def with_claude():
                    return timed(claude, "hello")
            """
        }
    )
    assert workflows(report) == {"GET /gpt": ["app.py:9"], "GET /claude": ["app.py:13"]}


def test_a_wrapper_that_only_stands_in_survives_what_the_pair_survives(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                import requests

                def post(url, model, text):
                    body = {"model": model, "messages": [text]}
                    answer = requests.post(url + "/chat/completions", json=body)
                    answer.raise_for_status()
                    return answer.json()["choices"][0]["message"]["content"]

                def ask(text):
                    try:
                        return post("https://api.openai.com/v1", "gpt-4o", text)
                    except Exception:
                        return post("https://api.mistral.ai/v1", "mistral-large-latest", text)
            """
        }
    )
    second = next(call for call in report.calls if call.line == 13)
    assert (second.via, second.verdict) == ("wrapper", "cross-vendor")
    assert second.on_loss["mistral"] == second.on_loss["platform:mistral-api"] == "survives"
