"""Values, classes and functions that come back to themselves end."""

from __future__ import annotations

import pytest

from tests.deadline import within
from tests.linker.modules import SOUND, SOUND_CALL
from tests.linker.reading import AuditTree, only, openai, targets, workflows


def test_lists_and_dictionaries_that_hold_themselves_end(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "knot.py": """
                import litellm

                items = []
                items.append(items)
                config = {"model": "gpt-4o"}
                config["self"] = config
                config["items"] = items
                items.append(config)

                for item in items:
                    for inner in item:
                        print(inner)

                litellm.completion(**config["self"]["self"], messages=items)
                print("{} %s" % (config,), f"{items}", "-".join(items), *items)
            """
        }
    )
    assert targets(report) == {"knot.py:14": openai("gpt-4o")}


def test_a_parameter_may_depend_on_a_function_of_the_name_of_its_own(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "deps.py": """
                from openai import OpenAI


                def current_client():
                    return OpenAI()
            """,
            "app.py": """
                from fastapi import Depends, FastAPI

                from deps import current_client

                app = FastAPI()


                @app.get("/me")
                def current_client(client=Depends(current_client)):
                    return client.responses.create(model="gpt-4o", input="hi")
            """,
        }
    )
    assert workflows(report) == {"GET /me": ["app.py:10"]}


@pytest.mark.parametrize(
    "odd",
    [
        "def f(x=wrap(f)):\n    return f(f)\n\n\nf()",
        "def f(x=lambda: f()):\n    return x()\n\n\nf()",
        "@f\n@f\ndef f(f):\n    return f(f)\n\n\nf(f)",
        "class A(B):\n    def run(self, other: B):\n        other.run(self)\n\n\n"
        "class B(A):\n    def run(self, other: A):\n        other.run(self)\n\n\n"
        "def f(a: A):\n    a.run(a)",
        "class A:\n    def __init__(self, x='a'):\n        self.next = A(x + 'b')\n\n\nA().next",
        "class A:\n    def __call__(self):\n        return self()()\n\n\nA()()",
        "class A:\n    def __getitem__(self, key):\n        return self[key + 'x']\n\n\nA()['a']",
        "class A:\n    def __enter__(self):\n        with self as inner:\n"
        "            return inner\n\n\nwith A() as a:\n    a()",
        "class M(type):\n    def __call__(cls):\n        return cls()\n\n\n"
        "class A(metaclass=M):\n    pass\n\n\nA()",
        "def g(x):\n    yield from g(g(x))\n\n\nfor a in g(1):\n    for b in a:\n        b()",
        "a = wrap\na" + ".x" * 2000,
        "a = wrap" + "()" * 400,
        "a = 'x'" + " + 'y'" * 3000,
        "f = wrap\n" + "f = partial(f, f)\n" * 60 + "f()",
        "def layer(f):\n    def inner(*a):\n        return f(*a)\n    return inner\n\n\ng = wrap\n"
        + "g = layer(g)\n" * 200
        + "g(1)",
    ],
    ids=[
        "default",
        "lambda",
        "decorator",
        "classes",
        "constructor",
        "call",
        "getitem",
        "enter",
        "metaclass",
        "generator",
        "attributes",
        "calls",
        "sum",
        "partials",
        "closures",
    ],
)
def test_what_turns_in_a_circle_ends(audit_tree: AuditTree, odd: str) -> None:
    head = "from functools import partial\n\nimport openai\nfrom unknown import wrap\n\n\n"
    with within(10):
        report = audit_tree({"odd.py": f"{head}{odd}\n", "sound.py": SOUND})
    assert targets(report) == SOUND_CALL


@pytest.mark.parametrize(
    "use",
    [
        "litellm.Router(model_list=items).completion()",
        "litellm.Router(model_list=[config]).completion()",
        "try:\n    litellm.completion()\nexcept items:\n    pass",
        'app.add_api_route("/", items)',
        '@app.api_route("/", methods=items)\ndef index():\n    litellm.completion()',
        "threading.Thread(target=items).start()",
        "litellm.completion(model=items, messages=config)",
        "create_agent(items, tools=items).invoke(items)",
    ],
    ids=["router", "routes", "except", "handler", "methods", "thread", "model", "agent"],
)
def test_a_list_that_holds_itself_may_be_handed_to_anyone(audit_tree: AuditTree, use: str) -> None:
    head = """
import threading

import litellm
from fastapi import FastAPI
from langchain.agents import create_agent

app = FastAPI()
items, config = [], {}
items.append(items)
config["litellm_params"] = config
"""
    report = audit_tree({"knot.py": f"{head}{use}\n", "sound.py": SOUND})
    assert targets(report)["sound.py:5"] == openai("gpt-4o")


def test_classes_that_inherit_from_themselves_by_name_end(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "sound.py": SOUND,
            "loops.py": """
                from openai import OpenAI


                class Client(OpenAI):
                    pass


                class Client(Client):
                    def ask(self):
                        return self.responses.create(model="gpt-4o", input="")


                class A(B):
                    def run(self):
                        return super().run()


                class B(A):
                    def run(self):
                        return super().run()


                Client().ask()
                A().run()
            """,
        }
    )
    found = targets(report)
    assert found == {**SOUND_CALL, "loops.py:10": openai("gpt-4o")}


def test_mutual_recursion_with_growing_arguments_ends(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "grow.py": """
                import litellm


                def even(text, items, options):
                    litellm.completion(model="gpt-4o", messages=[text])
                    return odd(text + "x", [*items, text], {**options, text: items})


                def odd(text, items, options):
                    if len(items) > 9:
                        return text
                    return even(f"{text}-{text}", [items, items], {"inner": options})


                if __name__ == "__main__":
                    even("a", [], {})
            """
        }
    )
    assert targets(report) == {"grow.py:5": openai("gpt-4o")}
    assert workflows(report) == {"python grow.py": ["grow.py:5"]}


def test_objects_that_wrap_each_other_without_end_end(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "wrap.py": """
                from openai import OpenAI


                class Layer:
                    def __init__(self, inner, depth):
                        self.inner = inner
                        self.depth = depth

                    def wrap(self):
                        return Layer(self, self.depth + 1).wrap()

                    def ask(self, prompt):
                        return self.inner.ask(prompt)


                class Bottom:
                    def ask(self, prompt):
                        return OpenAI().responses.create(model="gpt-4o", input=prompt)


                layer = Bottom()
                while True:
                    layer = Layer(layer, 1)
                    layer.ask("hello")
                    layer.wrap()
            """
        }
    )
    assert targets(report) == {"wrap.py:18": openai("gpt-4o")}


def test_models_that_stand_in_for_themselves_end(audit_tree: AuditTree) -> None:
    with within(3):
        report = audit_tree(
            {
                "knot.py": "from langchain_openai import ChatOpenAI\n\n"
                "m = ChatOpenAI(model='gpt-4o')\n"
                + "m = m.with_fallbacks([m, m])\n" * 40
                + "m.invoke('hi')\n"
            }
        )
    assert only(report).vendors == ("openai",)


def test_errors_statuses_and_candidates_in_lists_that_hold_themselves_end(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "knot.py": """
                from openai import OpenAI

                client = OpenAI()
                errors = [ValueError]
                errors.append(errors)
                codes = [500, 503]
                codes.append(codes)


                class Pool:
                    def __init__(self):
                        self.clients = []
                        self.clients.append(client)
                        self.clients.append(self.clients)

                    def ask(self, text):
                        if not self.clients:
                            return None
                        return client.responses.create(model="gpt-4o", input=text)


                def ask(text):
                    try:
                        return Pool().ask(text)
                    except tuple(errors):
                        return None
                    except Exception as error:
                        if error.status_code in codes:
                            return None
                        raise
            """
        }
    )
    assert targets(report) == {"knot.py:19": openai("gpt-4o")}
    assert report.diagnostics == ()
