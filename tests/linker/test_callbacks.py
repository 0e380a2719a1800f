"""A function that is handed to others is taken to be run by them."""

from __future__ import annotations

import pytest

from tests.linker.modules import ANY_MODEL
from tests.linker.reading import AuditTree, only, openai, reaching, workflows


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
            "llm.py": ANY_MODEL,
            "app.py": f"{imports}\n\nfrom fastapi import FastAPI\n\nfrom llm import ask\n\n"
            f'app = FastAPI()\n\n\n@app.post("/ask")\nasync def answer():\n    {body}\n',
        }
    )
    assert workflows(report) == {"POST /ask": ["llm.py:7"]}
    assert only(report) == openai("gpt-4o-mini")


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
    report = audit_tree({"llm.py": ANY_MODEL, "app.py": source})
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


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
    report = audit_tree({"llm.py": ANY_MODEL, "app.py": source})
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


@pytest.mark.parametrize("flow", ["Fetch() >> Answer() >> Save()", 'Fetch() - "retry" >> Answer()'])
def test_steps_of_a_library_that_are_chained_are_taken_to_be_run(
    audit_tree: AuditTree, flow: str
) -> None:
    steps = "".join(
        f"class {name}(Node):\n    def exec(self, text):\n        return {result}\n\n\n"
        for name, result in (("Fetch", "text"), ("Answer", "ask(text)"), ("Save", "text"))
    )
    report = audit_tree(
        {
            "llm.py": ANY_MODEL,
            "app.py": "from some_flow import Flow, Node\n\nfrom llm import ask\n\n\n"
            f"{steps}def main():\n    {flow}\n    Flow().run()\n\n\n"
            'if __name__ == "__main__":\n    main()\n',
        }
    )
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


def test_one_step_that_asks_is_found_among_many_that_do_not(audit_tree: AuditTree) -> None:
    steps = "".join("    run_step(Step(clean))\n" for _ in range(15))
    report = audit_tree(
        {
            "llm.py": ANY_MODEL,
            "app.py": "from llm import ask\n\n\n"
            "class Step:\n    def __init__(self, action):\n        self.action = action\n\n"
            "    def run(self):\n        return self.action('text')\n\n\n"
            "def clean(text):\n    return text.strip()\n\n\n"
            "def run_step(step):\n    return step.run()\n\n\n"
            f'if __name__ == "__main__":\n{steps}    run_step(Step(ask))\n',
        }
    )
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


def test_a_callback_of_one_s_own_pipeline_is_run(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": ANY_MODEL,
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


def test_the_step_that_asks_is_found_behind_many_others(audit_tree: AuditTree) -> None:
    """A function is run in a limited number of contexts, and always with what is new to it."""
    steps = "".join(f"def step{n}(text):\n    return text + '{n}'\n\n\n" for n in range(60))
    runs = "".join(f"    run_step(step{n})\n" for n in range(60))
    report = audit_tree(
        {
            "llm.py": ANY_MODEL,
            "app.py": "from llm import ask\n\n\n"
            + steps
            + "def run_step(step):\n    return step('a')\n\n\n"
            + f'if __name__ == "__main__":\n{runs}    run_step(ask)\n',
        }
    )
    assert workflows(report) == {"python app.py": ["llm.py:7"]}


def test_each_layer_of_a_chain_of_handlers_is_run(audit_tree: AuditTree) -> None:
    names = ["First", "Second", "Third", "Fourth", "Fifth"]
    classes = "\n".join(
        f"class {name}:\n    def process(self, context, following):\n        following()"
        for name in names
    )
    layers = "\n".join(f"    chain.use({name}())" for name in names)
    report = audit_tree(
        {
            "app.py": f"""
import openai

class Asking:
    def process(self, context, following):
        context["answer"] = openai.OpenAI().chat.completions.create(model="gpt-4o", messages=[])
        following()


class Chain:
    def __init__(self):
        self.layers = []

    def use(self, layer):
        self.layers.append(layer)

    def run(self, context):
        def last(context):
            pass

        step = last
        for layer in reversed(self.layers):
            step = self.wrap(layer, step)
        step(context)

    def wrap(self, layer, following):
        def wrapped(context):
            layer.process(context, lambda: following(context))

        return wrapped


{classes}

if __name__ == "__main__":
    chain = Chain()
{layers}
    chain.use(Asking())
    chain.run({{}})
"""
        }
    )
    assert reaching(report, "app.py:5") == {"python app.py"}
