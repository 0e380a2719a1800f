"""Calls are followed through the ways in which a function may come to be run."""

from __future__ import annotations

import pytest

from tests.linker.reading import (
    AuditTree,
    Target,
    anthropic,
    asks,
    only,
    openai,
    targets,
    unreached,
    workflow,
    workflows,
    wrappers,
)

SYNC = """
    from openai import OpenAI

    client = OpenAI()


    def ask(prompt, model="gpt-4o"):
        return client.responses.create(model=model, input=prompt)
"""


@pytest.mark.parametrize(
    ("imports", "body"),
    [
        ("import asyncio", 'await asyncio.to_thread(ask, "hi", model="gpt-4o-mini")'),
        (
            "import asyncio\nfrom functools import partial",
            "loop = asyncio.get_running_loop()\n"
            '    await loop.run_in_executor(None, partial(ask, "hi", model="gpt-4o-mini"))',
        ),
        (
            "import asyncio",
            'await asyncio.get_event_loop().run_in_executor(None, ask, "hi", "gpt-4o-mini")',
        ),
        (
            "import asyncio",
            "await asyncio.get_event_loop().run_in_executor(\n"
            '        None, lambda: ask("hi", model="gpt-4o-mini")\n    )',
        ),
        (
            "from asgiref.sync import sync_to_async",
            'await sync_to_async(ask)("hi", model="gpt-4o-mini")',
        ),
        (
            "from asgiref.sync import sync_to_async",
            "later = sync_to_async(ask, thread_sensitive=False)\n"
            '    await later("hi", model="gpt-4o-mini")',
        ),
        (
            "import asyncio",
            'await asyncio.gather(*[asyncio.to_thread(ask, p, "gpt-4o-mini") for p in "ab"])',
        ),
        (
            "from concurrent.futures import ThreadPoolExecutor",
            "with ThreadPoolExecutor() as pool:\n"
            '        pool.submit(ask, "hi", model="gpt-4o-mini").result()',
        ),
        (
            "from concurrent.futures import ThreadPoolExecutor\nfrom functools import partial",
            "with ThreadPoolExecutor() as pool:\n"
            '        list(pool.map(partial(ask, model="gpt-4o-mini"), ["a", "b"]))',
        ),
        (
            "import threading",
            'threading.Thread(target=ask, args=("hi", "gpt-4o-mini")).start()',
        ),
        (
            "import threading",
            "threading.Thread(\n"
            '        target=ask, args=("hi",), kwargs={"model": "gpt-4o-mini"}\n    ).start()',
        ),
        (
            "from fastapi.concurrency import run_in_threadpool",
            'await run_in_threadpool(ask, "hi", "gpt-4o-mini")',
        ),
        ("import anyio", 'await anyio.to_thread.run_sync(ask, "hi", "gpt-4o-mini")'),
    ],
    ids=[
        "to-thread",
        "executor-partial",
        "executor",
        "executor-lambda",
        "sync-to-async",
        "sync-to-async-options",
        "gather",
        "submit",
        "pool-map",
        "thread",
        "thread-kwargs",
        "threadpool",
        "anyio",
    ],
)
def test_work_handed_to_a_thread_keeps_its_arguments(
    audit_tree: AuditTree, imports: str, body: str
) -> None:
    report = audit_tree(
        {
            "llm.py": SYNC,
            "app.py": f"{imports}\n\nfrom fastapi import FastAPI\n\nfrom llm import ask\n\n"
            f'app = FastAPI()\n\n\n@app.post("/ask")\nasync def answer():\n    {body}\n',
        }
    )
    assert workflows(report) == {"POST /ask": ["llm.py:7"]}
    assert only(report) == openai("gpt-4o-mini")


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
            "llm.py": SYNC,
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


@pytest.mark.parametrize(
    "body",
    [
        "list(map(ask, texts))",
        "list(filter(ask, texts))",
        "max(texts, key=ask)",
        "sorted(texts, key=ask)",
        "sorted(texts, key=lambda text: ask(text), reverse=True)",
        "texts.sort(key=ask)",
        "any(ask(text) for text in texts)",
        "functools.reduce(lambda so_far, text: ask(so_far + text), texts)",
    ],
)
def test_a_function_given_to_a_builtin_is_run(audit_tree: AuditTree, body: str) -> None:
    source = (
        "import functools\n\nfrom llm import ask\n\n\ndef main(texts):\n"
        f'    return {body}\n\n\nif __name__ == "__main__":\n    main(["a", "b"])\n'
    )
    report = audit_tree({"llm.py": SYNC, "app.py": source})
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


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


def test_a_function_counts_as_run_below_its_retry_wrapper(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "retry.py": """
                import functools
                import time


                def retry(times=3, wait=1.0):
                    def decorate(function):
                        @functools.wraps(function)
                        def run(*args, **kwargs):
                            for attempt in range(times):
                                try:
                                    return function(*args, **kwargs)
                                except Exception:
                                    time.sleep(wait)
                            raise RuntimeError("gave up")

                        return run

                    return decorate
            """,
            "app.py": """
                from flask import Flask
                from openai import OpenAI

                from retry import retry

                app = Flask(__name__)


                class Writer:
                    @retry(times=5)
                    def write(self, prompt, model):
                        return OpenAI().responses.create(model=model, input=prompt)


                @app.get("/")
                def index():
                    return Writer().write("hello", model="gpt-4o-mini")
            """,
        }
    )
    assert workflows(report) == {"GET /": ["app.py:12"]}
    assert only(report) == openai("gpt-4o-mini")


def test_a_decorator_written_as_a_class_runs_what_it_decorates(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class logged:
                    def __init__(self, function):
                        self.function = function

                    def __call__(self, *args):
                        print("call")
                        return self.function(*args)


                @logged
                def ask(model, prompt):
                    return OpenAI().responses.create(model=model, input=prompt)


                if __name__ == "__main__":
                    ask("gpt-4o", "hello")
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:15"]}
    assert only(report) == openai("gpt-4o")


def test_a_decorator_of_a_library_does_not_hide_the_function(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from functools import lru_cache

                from flask import Flask
                from openai import OpenAI
                from tenacity import retry, stop_after_attempt

                app = Flask(__name__)


                @retry(stop=stop_after_attempt(3))
                @lru_cache
                def ask(model, prompt):
                    return OpenAI().responses.create(model=model, input=prompt)


                @app.get("/")
                def index():
                    return ask("gpt-4o", "hello")
            """
        }
    )
    assert workflows(report) == {"GET /": ["app.py:13"]}
    assert only(report) == openai("gpt-4o")


def test_a_retrier_that_is_called_with_the_function_runs_it(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": SYNC,
            "app.py": """
                from tenacity import Retrying, stop_after_attempt

                from llm import ask

                if __name__ == "__main__":
                    Retrying(stop=stop_after_attempt(3))(ask, "hello", model="gpt-4o-mini")
            """,
        }
    )
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


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


def test_a_function_handed_to_an_unknown_library_is_taken_to_be_run(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                import some_queue
                from openai import OpenAI


                class Worker:
                    def __init__(self):
                        self.client = OpenAI()

                    def handle(self, message):
                        return self.client.responses.create(model="gpt-4o", input=message)


                if __name__ == "__main__":
                    worker = Worker()
                    some_queue.connect("amqp://").consume("tickets", callback=worker.handle)
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:10"]}


@pytest.mark.parametrize(
    "handed",
    ["steps=[ask]", 'steps={"answer": ask}', "(ask, 'hello')", "[('answer', ask)]"],
)
def test_functions_in_a_collection_handed_to_an_unknown_library_are_taken_to_be_run(
    audit_tree: AuditTree, handed: str
) -> None:
    source = (
        "import some_pipeline\n\nfrom llm import ask\n\n"
        f'if __name__ == "__main__":\n    some_pipeline.run({handed})\n'
    )
    report = audit_tree({"llm.py": SYNC, "app.py": source})
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


@pytest.mark.parametrize(
    ("imports", "decorator", "run"),
    [
        (
            "from langchain.agents import create_agent\nfrom langchain.tools import tool",
            "@tool",
            'create_agent("openai:gpt-4o-mini", tools=[summarise]).invoke({})',
        ),
        (
            "from agents import Agent, Runner, function_tool",
            "@function_tool",
            'Runner.run_sync(Agent(name="a", model="gpt-4o-mini", tools=[summarise]), "hi")',
        ),
    ],
    ids=["langchain", "openai-agents"],
)
def test_a_tool_that_asks_a_model_belongs_to_whoever_runs_its_agent(
    audit_tree: AuditTree, imports: str, decorator: str, run: str
) -> None:
    source = f"""{imports}

from llm import ask


{decorator}
def summarise(text: str) -> str:
    return ask(text)


if __name__ == "__main__":
    {run}
"""
    report = audit_tree({"llm.py": SYNC, "app.py": source})
    line = source.split("\n").index(f"    {run}") + 1
    assert workflows(report)["python app.py"] == [f"app.py:{line}", "llm.py:7"]


def test_one_step_that_asks_is_found_among_many_that_do_not(audit_tree: AuditTree) -> None:
    steps = "".join("    run_step(Step(clean))\n" for _ in range(15))
    report = audit_tree(
        {
            "llm.py": SYNC,
            "app.py": "from llm import ask\n\n\n"
            "class Step:\n    def __init__(self, action):\n        self.action = action\n\n"
            "    def run(self):\n        return self.action('text')\n\n\n"
            "def clean(text):\n    return text.strip()\n\n\n"
            "def run_step(step):\n    return step.run()\n\n\n"
            f'if __name__ == "__main__":\n{steps}    run_step(Step(ask))\n',
        }
    )
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


def test_states_that_lead_to_one_another_are_all_reached(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": SYNC,
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


def test_a_callback_of_one_s_own_pipeline_is_run(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": SYNC,
            "pipeline.py": """
                class Pipeline:
                    def __init__(self):
                        self.steps = []

                    def add(self, step):
                        self.steps.append(step)
                        return self

                    def run(self, value):
                        for step in self.steps:
                            value = step(value)
                        return value
            """,
            "app.py": """
                from llm import ask
                from pipeline import Pipeline

                if __name__ == "__main__":
                    Pipeline().add(str.strip).add(ask).run("hello")
            """,
        }
    )
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


@pytest.mark.parametrize(
    "call",
    [
        'session.post("https://api.anthropic.com/v1/messages", json=BODY)',
        'await session.post("https://api.anthropic.com/v1/messages", json=BODY)',
        'session.request("POST", "https://api.anthropic.com/v1/messages", json=BODY)',
    ],
)
def test_a_url_of_a_model_tells_even_when_the_session_is_of_unknown_make(
    audit_tree: AuditTree, call: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                BODY = {{"model": "claude-sonnet-4-5", "max_tokens": 9, "messages": []}}


                async def ask(session):
                    return {call}
            """
        }
    )
    assert targets(report) == {"app.py:5": anthropic("claude-sonnet-4-5")}


def test_a_url_of_something_else_is_no_call(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import requests

                requests.post("https://api.openai.com/v1/files", files={})
                requests.get("https://api.openai.com/v1/models")
                requests.post("https://hooks.slack.com/services/x", json={"model": "gpt-4o"})
            """
        }
    )
    assert report.calls == ()


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
            "llm.py": SYNC,
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


AGENTS = "from agents import Agent, GuardrailFunctionOutput, Runner, input_guardrail\n"


def test_a_guardrail_belongs_to_whoever_runs_its_agent(audit_tree: AuditTree) -> None:
    source = (
        AGENTS
        + """from llm import ask


@input_guardrail
async def polite(context, agent, text):
    return GuardrailFunctionOutput(output_info=ask(text), tripwire_triggered=False)


inner = Agent(name="inner", model="gpt-4o", input_guardrails=[polite])
outer = Agent(name="outer", model="gpt-4o-mini", handoffs=[inner])

if __name__ == "__main__":
    Runner.run_sync(outer, "hi")
"""
    )
    report = audit_tree({"llm.py": SYNC, "app.py": source})
    assert workflows(report) == {"python app.py": ["app.py:14", "llm.py:7"]}


def test_two_agents_of_one_model_keep_their_own_tools(audit_tree: AuditTree) -> None:
    source = """from agents import Agent, Runner, function_tool
from llm import ask


@function_tool
def summarise(text: str) -> str:
    return ask(text)


@function_tool
def count(text: str) -> int:
    return len(text)


def first():
    Runner.run_sync(Agent(name="a", model="gpt-4o-mini", tools=[summarise]), "hi")


def second():
    Runner.run_sync(Agent(name="a", model="gpt-4o-mini", tools=[count]), "hi")
"""
    report = audit_tree({"llm.py": SYNC, "app.py": source})
    found = workflows(report)
    assert (found["first"], found["second"]) == (["app.py:16", "llm.py:7"], ["app.py:20"])


def test_the_step_that_asks_is_found_behind_many_others(audit_tree: AuditTree) -> None:
    """A function is run in a limited number of contexts, and always with what is new to it."""
    steps = "".join(f"def step{n}(text):\n    return text + '{n}'\n\n\n" for n in range(60))
    runs = "".join(f"    run_step(step{n})\n" for n in range(60))
    report = audit_tree(
        {
            "llm.py": SYNC,
            "app.py": "from llm import ask\n\n\n"
            + steps
            + "def run_step(step):\n    return step('a')\n\n\n"
            + f'if __name__ == "__main__":\n{runs}    run_step(ask)\n',
        }
    )
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


def test_a_crew_asks_the_models_of_the_agents_that_its_class_gathers(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "llm.py": SYNC,
            "crew.py": """
                from crewai import LLM, Agent, Crew, Task
                from crewai.project import CrewBase, agent, crew, task
                from crewai.tools import tool

                from llm import ask


                @tool("summarise")
                def summarise(text: str) -> str:
                    return ask(text)


                @CrewBase
                class Research:
                    agents_config = "config/agents.yaml"

                    @agent
                    def researcher(self) -> Agent:
                        llm = LLM(model="anthropic/claude-sonnet-4-5")
                        return Agent(config=self.agents_config["a"], llm=llm, tools=[summarise])

                    @task
                    def research(self) -> Task:
                        return Task(description="Find out.")

                    @crew
                    def crew(self) -> Crew:
                        return Crew(agents=self.agents, tasks=self.tasks)


                if __name__ == "__main__":
                    Research().crew().kickoff()
            """,
        }
    )
    assert targets(report)["crew.py:32"].vendors == ("anthropic",)
    assert workflows(report)["python crew.py"] == ["crew.py:32", "llm.py:7"]


def test_a_model_of_one_s_own_asks_whom_its_methods_ask(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": SYNC,
            "app.py": """
                from langchain_core.language_models.chat_models import BaseChatModel
                from langchain_core.language_models.llms import LLM
                from langchain_core.prompts import PromptTemplate

                from llm import ask


                class Own(LLM):
                    def _call(self, prompt, stop=None, run_manager=None, **kwargs):
                        return ask(prompt)


                class OwnChat(BaseChatModel):
                    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
                        return self._send(messages)

                    def _send(self, messages):
                        return ask(messages)


                def piped(question):
                    return (PromptTemplate.from_template("{q}") | Own()).invoke({"q": question})


                def asked(question):
                    return OwnChat().invoke(question)
            """,
        }
    )
    found = workflows(report)
    assert (found["piped"], found["asked"]) == (["llm.py:7"], ["llm.py:7"])
