"""Calls are followed through the ways in which a function may come to be run."""

from __future__ import annotations

import pytest

from tests.linker.modules import ANY_MODEL
from tests.linker.reading import AuditTree, Target, only, openai, targets, workflow, workflows


@pytest.mark.parametrize(
    "body",
    [
        "return await asyncio.gather(*(ask(p) for p in prompts))",
        "return await asyncio.gather(*[ask(p) for p in prompts])",
        "return await asyncio.gather(ask(prompts[0]), ask(prompts[1]))",
        "jobs = [asyncio.create_task(ask(p)) for p in prompts]\n    return [await j for j in jobs]",
        "async with asyncio.TaskGroup() as group:\n        group.create_task(ask(prompts[0]))",
        "async for answer in stream(prompts):\n        print(answer)",
        "return [answer async for answer in stream(prompts)]",
        "return await asyncio.wait_for(ask(prompts[0]), timeout=5)",
        "for done in asyncio.as_completed([ask(p) for p in prompts]):\n        print(await done)",
        "return dict(zip(prompts, await asyncio.gather(*map(ask, prompts))))",
    ],
)
def test_awaited_calls_are_found_in_every_shape(audit_tree: AuditTree, body: str) -> None:
    source = f"""import asyncio

from flask import Flask
from openai import AsyncOpenAI

app = Flask(__name__)


async def ask(prompt):
    return await AsyncOpenAI().responses.create(model="gpt-4o", input=prompt)


async def stream(prompts):
    for prompt in prompts:
        yield await ask(prompt)


@app.post("/many")
async def many(prompts):
    {body}
"""
    assert workflows(audit_tree({"app.py": source}))["POST /many"] == ["app.py:10"]


def test_a_lambda_is_run_when_it_is_called(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": ANY_MODEL,
            "app.py": """
                from llm import ask

                HANDLERS = {"greet": lambda: ask("hello"), "bye": lambda: None}
                shorten = lambda text: ask(f"shorten {text}", model="gpt-4o-mini")


                def greet():
                    return HANDLERS["greet"]()


                def shortened(text):
                    return shorten(text)
            """,
        }
    )
    assert workflows(report) == {"greet": ["llm.py:7"], "shortened": ["llm.py:7"]}
    assert only(report).models == ("gpt-4o", "gpt-4o-mini")


def test_a_function_defined_in_a_function_sees_the_names_around_it(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                def build(model):
                    client = OpenAI()

                    def ask(prompt):
                        return client.responses.create(model=model, input=prompt)

                    return ask


                fast = build("gpt-4o-mini")


                def answer(prompt):
                    return fast(prompt)
            """
        }
    )
    assert targets(report) == {"app.py:8": openai("gpt-4o-mini")}


def test_a_generator_is_run_by_whoever_iterates_it(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from flask import Flask, Response
                from openai import OpenAI

                app = Flask(__name__)
                client = OpenAI()


                def chunks(prompt):
                    for chunk in client.responses.create(model="gpt-4o", input=prompt, stream=True):
                        yield chunk.delta


                def framed(prompt):
                    yield "start"
                    yield from chunks(prompt)


                @app.get("/stream")
                def stream():
                    return Response(framed("hello"), mimetype="text/event-stream")
            """
        }
    )
    assert workflows(report) == {"GET /stream": ["app.py:9"]}


def test_objects_that_a_generator_yields_are_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from anthropic import Anthropic
                from langchain_anthropic import ChatAnthropic
                from langchain_openai import ChatOpenAI


                def models():
                    yield ChatOpenAI(model="gpt-4o")
                    yield ChatAnthropic(model="claude-sonnet-4-5")


                def ask(prompt):
                    for model in models():
                        return model.invoke(prompt)
            """
        }
    )
    assert only(report) == Target(
        ("anthropic", "openai"),
        ("anthropic-api", "openai-api"),
        ("claude-sonnet-4-5", "gpt-4o"),
        True,
    )


def test_recursion_ends_and_its_calls_are_found(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI

                client = OpenAI()


                def summarise(texts):
                    if len(texts) == 1:
                        return client.responses.create(model="gpt-4o", input=texts[0])
                    middle = len(texts) // 2
                    parts = [summarise(texts[:middle]), summarise(texts[middle:])]
                    return client.responses.create(model="gpt-4o-mini", input=str(parts))


                if __name__ == "__main__":
                    summarise(["a", "b", "c"])
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:11", "app.py:8"]}


def test_states_that_lead_to_one_another_are_all_reached(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": ANY_MODEL,
            "app.py": """
                from llm import ask


                class Start:
                    def step(self):
                        return Answering()


                class Answering:
                    def step(self):
                        ask("hello")
                        return None


                if __name__ == "__main__":
                    state = Start()
                    while state:
                        state = state.step()
            """,
        }
    )
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


def test_a_bound_method_kept_in_a_variable_is_still_the_call(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI

                complete = OpenAI().chat.completions.create
                completions = OpenAI().chat.completions


                class Writer:
                    def __init__(self, send=complete):
                        self.send = send

                    def write(self):
                        return self.send(model="gpt-4o", messages=[])


                def other():
                    return completions.create(model="gpt-4o-mini", messages=[])
            """
        }
    )
    assert targets(report) == {"app.py:12": openai("gpt-4o"), "app.py:16": openai("gpt-4o-mini")}


def test_the_way_from_the_entry_to_the_call_is_told_line_by_line(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": ANY_MODEL,
            "service.py": """
                from llm import ask


                def answer(text):
                    return ask(text)
            """,
            "app.py": """
                from flask import Flask

                from service import answer

                app = Flask(__name__)


                @app.post("/answer")
                def route():
                    return answer("hello")
            """,
        }
    )
    flow = workflow(report, "POST /answer")
    (steps,) = flow.paths.values()
    assert [(step.path, step.line) for step in steps] == [
        ("app.py", 9),
        ("app.py", 10),
        ("service.py", 5),
    ]
    assert workflow(report, "POST /answer").entry.line == 9


def test_a_call_chain_over_getattr_with_a_constant_name_is_followed(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Worker:
                    def run_summary(self):
                        return OpenAI().responses.create(model="gpt-4o", input="")

                    def run_nothing(self):
                        return None


                if __name__ == "__main__":
                    getattr(Worker(), f"run_{'summary'}")()
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:6"]}
