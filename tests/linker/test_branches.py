"""Calls are found in every branch, and reached only where the branch may run."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, openai, targets, unreached, workflows


def test_a_call_in_a_branch_that_never_runs_is_listed_and_unreached(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI

                USE_OLD = False


                def main():
                    client = OpenAI()
                    if USE_OLD:
                        return client.completions.create(model="gpt-3.5-turbo-instruct", prompt="")
                    return client.responses.create(model="gpt-4o", input="")


                if __name__ == "__main__":
                    main()
            """
        }
    )
    assert targets(report) == {
        "app.py:9": openai("gpt-3.5-turbo-instruct"),
        "app.py:10": openai("gpt-4o"),
    }
    assert workflows(report) == {"python app.py": ["app.py:10"]}
    assert unreached(report) == ["app.py:9"]


def test_a_call_behind_a_return_is_not_reached(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                def main():
                    return "switched off"
                    return OpenAI().responses.create(model="gpt-4o", input="")


                if __name__ == "__main__":
                    main()
            """
        }
    )
    assert workflows(report) == {}


def test_a_call_behind_a_flag_of_the_environment_is_reached(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import os

                from openai import OpenAI

                if __name__ == "__main__":
                    if os.getenv("USE_LLM", "false").lower() == "true":
                        OpenAI().responses.create(model="gpt-4o", input="")
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:7"]}


def test_calls_in_every_clause_of_a_statement_are_found(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI

                ask = OpenAI().responses.create


                def main(items):
                    try:
                        ask(model="gpt-4o", input="body")
                    except TimeoutError:
                        ask(model="gpt-4o", input="handler")
                    else:
                        ask(model="gpt-4o", input="else")
                    finally:
                        ask(model="gpt-4o", input="finally")
                    while ask(model="gpt-4o", input="test"):
                        break
                    for item in items:
                        continue
                    else:
                        ask(model="gpt-4o", input="for else")
                    assert ask(model="gpt-4o", input="assert"), ask(model="gpt-4o", input="why")
                    del items[ask(model="gpt-4o", input="index")]
                    return {ask(model="gpt-4o", input="k"): 1 for _ in items if
                            ask(model="gpt-4o", input="if")}
            """
        }
    )
    lines = sorted(call.line for call in report.calls)
    assert lines == [8, 10, 12, 14, 15, 20, 21, 21, 22, 23, 24]


LEFT_OUT = """
from anthropic import Anthropic
from openai import OpenAI


def gpt(text):
    return OpenAI().responses.create(model="gpt-4o", input=text)


def claude(text):
    return Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


"""


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        # What a caller leaves out is what runs as shipped.
        (
            "def run(text, again=True):\n    try:\n        return gpt(text)\n"
            "    except Exception:\n        if again:\n            return claude(text)\n"
            "        raise\n",
            "survives",
        ),
        (
            "def run(text, others=None):\n    if others is None:\n        others = [claude]\n"
            "    asked = [gpt] + others\n    for number, ask in enumerate(asked):\n        try:\n"
            "            return ask(text)\n        except Exception:\n"
            "            if number == len(asked) - 1:\n                raise\n",
            "survives",
        ),
        # A flag that has to be set by somebody covers nobody.
        (
            "def run(text, again=False):\n    try:\n        return gpt(text)\n"
            "    except Exception:\n        if again:\n            return claude(text)\n"
            "        raise\n",
            "unknown",
        ),
        (
            "def run(text, again=False):\n    try:\n        return gpt(text)\n"
            "    except Exception:\n        return claude(text) if again else None\n",
            "unknown",
        ),
        (
            "def run(text, again=None):\n    try:\n        return gpt(text)\n"
            "    except Exception:\n        return again and claude(text)\n",
            "unknown",
        ),
        (
            "def run(text, again=0):\n    try:\n        return gpt(text)\n"
            "    except Exception:\n        match again:\n            case 0:\n"
            "                return None\n            case _:\n"
            "                return claude(text)\n",
            "unknown",
        ),
        (
            "def run(text, mode=0):\n    match mode:\n        case 0:\n            return None\n"
            "        case _:\n            return gpt(text)\n",
            "stops",
        ),
        # That nothing is asked for does not mean that nothing is asked.
        (
            "def run(text=None):\n    if not text:\n        return None\n    return gpt(text)\n",
            "stops",
        ),
        ("def run(text=None):\n    if text:\n        return gpt(text)\n    return None\n", "stops"),
    ],
)
def test_what_a_caller_leaves_out(audit_tree: AuditTree, body: str, lost: str) -> None:
    flows = audit_tree({"answer.py": LEFT_OUT + body}).workflows
    (flow,) = [flow for flow in flows if flow.name == "run"]
    assert flow.on_loss["openai"] == lost


def test_a_call_behind_a_return_that_every_caller_takes_is_listed_and_unreached(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                def plan(prompt, provider):
                    if provider == "none":
                        return {}
                    if provider == "openai":
                        return OpenAI().responses.create(model="gpt-4o", input=prompt)
                    return OpenAI().responses.create(model="gpt-4o-mini", input=prompt)


                if __name__ == "__main__":
                    plan("hello", "none")
            """
        }
    )
    assert targets(report) == {
        "app.py:8": openai("gpt-4o"),
        "app.py:9": openai("gpt-4o-mini"),
    }
    assert unreached(report) == ["app.py:8", "app.py:9"]


def test_what_no_condition_can_bring_about_is_not_listed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                def main(hurry):
                    if hurry:
                        return OpenAI().responses.create(model="gpt-4o-mini", input="")
                    else:
                        return OpenAI().responses.create(model="gpt-4o", input="")
                    return OpenAI().responses.create(model="gpt-4", input="")


                if __name__ == "__main__":
                    import sys
                    main(len(sys.argv))
            """
        }
    )
    assert targets(report) == {
        "app.py:6": openai("gpt-4o-mini"),
        "app.py:8": openai("gpt-4o"),
    }


@pytest.mark.parametrize("default", ['"none"', 'Form("none")', 'Query(default="none")'])
def test_a_route_may_be_asked_for_something_else_than_the_default_of_a_parameter(
    audit_tree: AuditTree, default: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                import anthropic
                from fastapi import FastAPI, Form, Query
                from openai import OpenAI

                app = FastAPI()


                def plan(prompt, provider):
                    if provider == "none":
                        return {{}}
                    if provider == "openai":
                        return OpenAI().responses.create(model="gpt-4o", input=prompt)
                    claude = anthropic.Anthropic()
                    return claude.messages.create(model="claude-sonnet-4-5", messages=[prompt])


                @app.post("/plan")
                def route(prompt: str, provider: str = {default}):
                    return plan(prompt, provider.lower())
            """
        }
    )
    assert workflows(report) == {"POST /plan": ["app.py:12", "app.py:14"]}


def test_the_default_of_a_route_still_says_which_model_is_asked(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from fastapi import FastAPI
                from openai import OpenAI

                app = FastAPI()


                @app.post("/ask")
                def ask(prompt: str, model: str = "gpt-4o"):
                    return OpenAI().responses.create(model=model, input=prompt)
            """
        }
    )
    assert targets(report) == {"app.py:9": openai("gpt-4o")}
