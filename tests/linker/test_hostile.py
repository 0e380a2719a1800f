"""Whatever lies in a repository, the audit ends, loses nothing else, and says the same twice."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.report import View
from auditor.report.json_report import render
from tests.linker.reading import (
    AuditTree,
    Target,
    anthropic,
    direct,
    only,
    openai,
    targets,
    workflows,
)

#: A file with one call, on line 5, that nothing around it may hide.
SOUND = """
    from openai import OpenAI


    def sound(prompt):
        return OpenAI().responses.create(model="gpt-4o", input=prompt)
"""
SOUND_CALL = {"sound.py:5": openai("gpt-4o")}


class _TooLateError(BaseException):
    """Not an ``Exception``: nothing on the way may take it for trouble with a file."""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Fails when the block takes longer. The bounds are generous: what they catch never ends."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(*_: object) -> None:
        raise _TooLateError

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    except _TooLateError:
        pytest.fail(f"not done after {seconds} s")
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_a_broken_file_is_told_and_does_not_hide_the_others(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "sound.py": SOUND,
            "broken.py": """
                import openai

                def ask(:
                    return openai.OpenAI(
            """,
        }
    )
    assert targets(report) == SOUND_CALL
    assert [(d.path, d.code) for d in report.diagnostics] == [("broken.py", "syntax-error")]


def test_the_sound_part_of_a_broken_file_is_still_read(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "broken.py": """
                from openai import OpenAI


                def ask(prompt):
                    return OpenAI().responses.create(model="gpt-4o", input=prompt)


                def half(:
            """
        }
    )
    assert targets(report) == {"broken.py:5": openai("gpt-4o")}


def test_modules_that_import_each_other_find_each_other(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/clients.py": """
                from openai import OpenAI

                from shop import prompts

                client = OpenAI()


                def ask(name):
                    return client.responses.create(model=prompts.MODEL, input=name)
            """,
            "shop/prompts.py": """
                from shop import clients

                MODEL = "gpt-4o"


                def run(name):
                    return clients.ask(name)
            """,
            "app.py": """
                from shop.prompts import run

                if __name__ == "__main__":
                    run("hello")
            """,
        }
    )
    assert targets(report) == {"shop/clients.py:9": openai("gpt-4o")}
    assert workflows(report) == {"python app.py": ["shop/clients.py:9"]}


def test_names_imported_over_a_circle_are_found(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/a.py": """
                from openai import OpenAI

                from shop.b import model_for


                def ask(prompt):
                    return OpenAI().responses.create(model=model_for("a"), input=prompt)
            """,
            "shop/b.py": """
                def model_for(name):
                    return "gpt-4o"


                from shop.a import ask


                def ask_twice(prompt):
                    return ask(prompt), ask(prompt)
            """,
        }
    )
    assert targets(report) == {"shop/a.py:7": openai("gpt-4o")}
    assert workflows(report) == {"ask_twice": ["shop/a.py:7"]}


def test_two_packages_that_import_each_other_are_read(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "core/__init__.py": "from core.llm import ask\nfrom web import app",
            "core/llm.py": SOUND.replace("sound", "ask"),
            "web/__init__.py": """
                from flask import Flask

                app = Flask(__name__)

                from web import views
            """,
            "web/views.py": """
                import core
                from web import app


                @app.get("/")
                def index():
                    return core.ask("hello")
            """,
        }
    )
    assert workflows(report) == {"GET /": ["core/llm.py:5"]}


def test_a_file_that_imports_itself_is_read(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "me.py": """
                import me
                from me import *
                from openai import OpenAI

                client = OpenAI()


                def ask(prompt):
                    return me.client.responses.create(model="gpt-4o", input=prompt)
            """
        }
    )
    assert targets(report) == {"me.py:9": openai("gpt-4o")}


def test_a_package_that_imports_itself_by_its_name_is_read(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": """
                import shop.llm

                __version__ = "1.0"


                def ask(prompt):
                    return shop.llm.sound(prompt)
            """,
            "shop/llm.py": SOUND,
        }
    )
    assert workflows(report) == {"ask": ["shop/llm.py:5"]}


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


def test_a_deep_chain_of_calls_is_followed_to_its_end_or_told(audit_tree: AuditTree) -> None:
    depth = 300
    lines = ["from openai import OpenAI", "", ""]
    for number in range(depth):
        lines += [f"def step_{number}(x):", f"    return step_{number + 1}(x)", "", ""]
    lines += [
        f"def step_{depth}(x):",
        '    return OpenAI().responses.create(model="gpt-4o", input=x)',
    ]
    lines += ["", "", 'if __name__ == "__main__":', "    step_0(1)"]
    report = audit_tree({"deep.py": "\n".join(lines) + "\n"})
    assert only(report) == openai("gpt-4o")
    reached = "python deep.py" in workflows(report)
    told = any(problem.code == "call-depth" for problem in report.diagnostics)
    assert reached or told


def test_a_chain_of_calls_as_deep_as_real_ones_is_followed(audit_tree: AuditTree) -> None:
    depth = 30
    lines = ["from openai import OpenAI", "", ""]
    for number in range(depth):
        lines += [f"def step_{number}(x):", f"    return step_{number + 1}(x)", "", ""]
    lines += [
        f"def step_{depth}(x):",
        '    return OpenAI().responses.create(model="gpt-4o", input=x)',
    ]
    lines += ["", "", 'if __name__ == "__main__":', "    step_0(1)"]
    report = audit_tree({"deep.py": "\n".join(lines) + "\n"})
    assert list(workflows(report)) == ["python deep.py"]
    assert report.diagnostics == ()


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


def test_a_function_with_two_hundred_parameters_is_called_by_name(audit_tree: AuditTree) -> None:
    names = [f"p{number}" for number in range(199)]
    report = audit_tree(
        {
            "wide.py": "import litellm\n\n\n"
            f"def wide({', '.join(f'{name}=None' for name in names)}, model='gpt-4o'):\n"
            "    return litellm.completion(model=model, messages=[])\n\n\n"
            "def placed():\n"
            f"    return wide({', '.join('1' for _ in names)}, 'claude-sonnet-4-5')\n\n\n"
            "def named():\n"
            f"    return wide({', '.join(f'{name}=1' for name in names)}, model='gpt-4o-mini')\n"
        }
    )
    assert "claude-sonnet-4-5" in targets(report)["wide.py:5"].models
    assert "gpt-4o-mini" in targets(report)["wide.py:5"].models


def test_a_registry_of_a_thousand_entries_ends_soon(audit_tree: AuditTree) -> None:
    entries = "".join(f'    "task-{n}": "gpt-4o-{n}",\n' for n in range(1000))
    with within(10):
        report = audit_tree(
            {
                "big.py": f"import litellm\n\nMODELS = {{\n{entries}}}\n\n\n"
                "def ask(task):\n"
                "    return litellm.completion(model=MODELS[task], messages=[])\n\n\n"
                "def one():\n"
                '    return litellm.completion(model=MODELS["task-77"], messages=[])\n'
            }
        )
    ask, one = direct(report)
    assert (ask.vendors, ask.dynamic) == (("openai",), True)
    assert one.models == ("gpt-4o-77",)


def test_a_thousand_branches_end_soon(audit_tree: AuditTree) -> None:
    branches = "".join(
        f'    if name == "m{n}":\n        model = "gpt-4o-{n}"\n' for n in range(1000)
    )
    with within(15):
        report = audit_tree(
            {
                "big.py": "import litellm\n\n\ndef ask(name, flag):\n    model = 'gpt-4o'\n"
                f"{branches}    return litellm.completion(model=model, messages=[])\n"
            }
        )
    assert only(report).vendors == ("openai",)


def test_values_that_multiply_end_soon(audit_tree: AuditTree) -> None:
    doublings = "".join(
        f"    text = (text + 'a') if x > {n} else (text + 'b')\n" for n in range(60)
    )
    with within(10):
        report = audit_tree(
            {
                "many.py": "import litellm\n\n\ndef ask(x):\n    text = 'gpt-4o-'\n"
                f"{doublings}    return litellm.completion(model=text, messages=[])\n"
            }
        )
    assert only(report).dynamic


def test_functions_that_each_call_all_others_end_soon(audit_tree: AuditTree) -> None:
    count = 20
    lines = ["import litellm", "", ""]
    for number in range(count):
        lines.append(f"def f{number}(model, handler):")
        lines += [f"    f{other}(model, f{number})" for other in range(count) if other != number]
        lines += ["    handler(model, handler)"]
        lines += ["    return litellm.completion(model=model, messages=[])", "", ""]
    lines += ['if __name__ == "__main__":', '    f0("gpt-4o", f1)']
    with within(15):
        report = audit_tree({"mesh.py": "\n".join(lines) + "\n"})
    assert len(report.calls) >= count


def ladder(rungs: int) -> str:
    """Functions that each call the two before them, with a text of their own each time."""
    lines = ["import litellm", ""]
    for number in range(2, rungs):
        below, further = number - 1, number - 2
        lines += ["", f"def f{number}(x, model):"]
        lines += [f'    f{below}(x + "a", model)', f'    f{further}(x + "b", model)', ""]
    for number in (0, 1):
        lines += ["", f"def f{number}(x, model):"]
        lines += ["    litellm.completion(model=model, messages=[x])", ""]
    lines += ["", 'if __name__ == "__main__":', f'    f{rungs - 1}("x", "gpt-4o")']
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "source",
    [
        ladder(40),
        "import litellm\n\nL = list('abcdefgh')\n"
        + "".join(f"{'    ' * n}for x{n} in L:\n" for n in range(7))
        + "    " * 7
        + "litellm.completion(model=x0 + x6, messages=[])\n",
        "import litellm\n\nt = ['gpt-4o']\n"
        + "t = [*t, *t]\n" * 40
        + "litellm.completion(model=t, messages=[])\n",
        "import litellm\n\nt = 'gpt-4o'\n"
        + "t = [t, t]\n" * 60
        + "litellm.Router(model_list=t).completion()\n",
        "import litellm\n\nt = 'gpt-4o'\n"
        + "t = t + t\n" * 60
        + "litellm.completion(model=t, messages=[])\n",
        "import litellm\n\nt = {'model': 'gpt-4o'}\n"
        + "".join(f"t = {{**t, 'k{n}': t}}\n" for n in range(60))
        + "litellm.completion(**t)\n",
    ],
    ids=["ladder", "loops", "lists", "nested", "texts", "tables"],
)
def test_what_doubles_with_every_line_ends_all_the_same(audit_tree: AuditTree, source: str) -> None:
    with within(20):
        report = audit_tree({"doubling.py": source})
    assert report.calls


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


def test_a_property_that_raises_is_no_obstacle(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "prop.py": """
                from openai import OpenAI


                class Lazy:
                    @property
                    def client(self):
                        raise RuntimeError("not configured")

                    @property
                    def loop(self):
                        return self.loop

                    def __getattr__(self, name):
                        return getattr(self, name)

                    def ask(self, prompt):
                        self.client.responses.create(model="gpt-4o", input=prompt)
                        return OpenAI().responses.create(model=self.loop, input=prompt)


                if __name__ == "__main__":
                    Lazy().missing.ask("hello")
                    Lazy().ask("hello")
            """
        }
    )
    assert workflows(report) == {"python prop.py": ["prop.py:18"]}


def test_names_in_any_script_are_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "größe.py": """
                from anthropic import Anthropic as 人工知能

                модель = "claude-sonnet-4-5"


                class Ñandú:
                    def __init__(self):
                        self.κλήση = 人工知能()

                    def спроси(self, φράση):
                        return self.κλήση.messages.create(
                            model=модель, messages=[φράση], max_tokens=9
                        )
            """,
            "app.py": """
                from größe import Ñandú

                if __name__ == "__main__":
                    Ñandú().спроси("γειά")
            """,
        }
    )
    assert targets(report) == {"größe.py:11": anthropic("claude-sonnet-4-5")}
    assert workflows(report) == {"python app.py": ["größe.py:11"]}


def test_redefined_and_shadowed_names_do_not_confuse(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shadow.py": """
                from openai import OpenAI

                OpenAI = OpenAI
                str = dict = list = print = None
                self = OpenAI()


                def ask(self, OpenAI=OpenAI):
                    def ask(ask):
                        return ask

                    return OpenAI().responses.create(model=ask("gpt-4o"), input=self)


                for ask_ in [ask, ask]:
                    ask_(ask_)

                del OpenAI
            """
        }
    )
    assert targets(report) == {"shadow.py:12": openai("gpt-4o")}


def test_strange_calls_of_library_functions_do_no_harm(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "sound.py": SOUND,
            "odd.py": """
                import dataclasses
                import functools
                import importlib
                import os
                import threading

                import litellm
                from fastapi import Depends, FastAPI
                from openai import OpenAI

                OpenAI(*[], **{})
                OpenAI(*(), **None)
                os.getenv()
                os.getenv(None, *[])
                os.environ[1]
                functools.partial()
                functools.partial(*[OpenAI])()
                importlib.import_module()
                importlib.import_module(".")
                importlib.import_module("..." * 9)
                dataclasses.field()
                dataclasses.replace()
                threading.Thread()
                getattr()
                super()
                super().__init__()
                int()
                next()
                zip()
                map()
                map(None)
                sorted(key=1)
                enumerate()
                dict(*[1], **2)
                "".join()
                "{} {".format()
                "%" % ()
                "%s %s %(" % {}
                [].pop()
                {}.get()
                {}.setdefault()
                {}.update(1, *2)
                [][0][-1]["x"]
                Depends()
                Depends(Depends)
                FastAPI().include_router()
                FastAPI().get()(None)
                litellm.completion()
                litellm.completion(*[])
                litellm.Router(model_list=[1, None, [], {}, {"litellm_params": []}]).completion()
                OpenAI().responses.create
                OpenAI().responses.create(**{"model": [OpenAI]})
                (lambda *a, **k: a[k])()
                (lambda: (yield))()
                [*x for x in 1]
            """,
        }
    )
    assert targets(report)["sound.py:5"] == openai("gpt-4o")
    assert report.coverage.files_read == {"python": 2}


def test_an_empty_repository_is_audited(audit_tree: AuditTree, tmp_path: Path) -> None:
    (tmp_path / "repo").mkdir()
    report = audit_tree({})
    assert (report.calls, report.workflows, report.diagnostics) == ((), (), ())


def test_data_without_code_is_audited(audit_tree: AuditTree) -> None:
    report = audit_tree({"a.py": "", "b.py": "# openai\n", "c.py": '"""openai.OpenAI()"""\n'})
    assert report.calls == ()


def test_monkey_patching_a_library_does_not_stop_the_audit(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "patch.py": """
                import openai

                original = openai.OpenAI


                class Patched(original):
                    def __init__(self, **options):
                        super().__init__(**options)


                openai.OpenAI = Patched
                client = openai.OpenAI()
                client.responses.create(model="gpt-4o", input="hi")
            """
        }
    )
    assert only(report) == openai("gpt-4o")


# ------------------------------------------------------------------ programs made at random

#: Statements over a few shared names, so that they meet each other in odd ways.
TEMPLATES = (
    "{a} = OpenAI()",
    "{a} = {b}",
    "{a} = '{text}'",
    "{a} = {{'{text}': {b}, 'model': '{text}'}}",
    "{a} = [{b}, {c}]",
    "{a} = {b}[{c}]",
    "{a} = {b}.{c}",
    "{a} = {b}({c})",
    "{a} = {b} or {c}",
    "{a} = {b} + {c}",
    "{a} = f'{{{b}}}-{text}'",
    "{a} = {b} if {c} else {a}",
    "{a}.{b} = {c}",
    "{a}[{b}] = {c}",
    "{a}, *{b} = {c}",
    "{a} = lambda {b}: {c}({b})",
    "{a} = [{b} for {b} in {c}]",
    "{a} = os.getenv('{text}', {b})",
    "{a} = partial({b}, {c})",
    "{a}.append({b})",
    "{a}.update({b})",
    "{a} = {b}.responses.create(model={c}, input='x')",
    "{a} = litellm.completion(model={b}, messages={c})",
    "{a} = litellm.completion(**{b})",
    "{a} = litellm.Router(model_list={b}).completion(model={c})",
    "{a} = {b}.with_options(base_url={c})",
    "{a} = ChatOpenAI(model={b}).with_fallbacks([{c}])",
    "{a} = {b} | {c}",
    "{a}.invoke({b})",
    "{a} = Thread(target={b}, args={c})",
    "{a} = [{b}({c}) for {b} in {c}]",
    "{a} = sorted({b}, key={c})",
    "{a} = getattr({b}, {c})",
    "{a} = {b} % {c}",
    "{a} = {b}.get({c}, {a})",
    "self.{a} = {b}",
    "super().__init__({a}, **{b})",
    "app.include_router({a}, prefix={b})",
    "({a} := {b})",
    "{a} += {b}",
    "import {a}",
    "from one import *",
    "from two import {a}, {b}",
    "global {a}",
    "del {a}",
    "return {a}",
    "raise {a}",
    "yield {a}",
    "pass",
)
BLOCKS = (
    "if {a}:",
    "while {a}:",
    "for {a} in {b}:",
    "with {a} as {b}:",
    "try:",
    "def {a}({b}, {c}={a}, *args, **{b}s):",
    "class {a}({b}):",
    "@property\ndef {a}(self):",
    "@{a}\ndef {b}({c}):",
    "@app.get('/{a}')\nasync def {b}({c}=Depends({a})):",
    "match {a}:",
)
HEAD = """import os
from functools import partial
from threading import Thread

import litellm
from fastapi import Depends, FastAPI
from langchain_openai import ChatOpenAI
from openai import OpenAI

app = FastAPI()
"""

names = st.sampled_from(("client", "model", "ask", "config", "self", "one"))
texts = st.sampled_from(("gpt-4o", "claude-sonnet-4-5", "MODEL", "ollama/llama3.1", "{}", "%s"))


@st.composite
def statements(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """A few lines of a program that parses, whatever they may mean."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        words = {"a": draw(names), "b": draw(names), "c": draw(names), "text": draw(texts)}
        if depth < 3 and draw(st.booleans()):
            head = draw(st.sampled_from(BLOCKS)).format(**words)
            body = draw(statements(depth + 1))
            if head.startswith("match"):
                body = ["case 'gpt-4o' | None:", *(f"    {line}" for line in body)]
            lines += [*head.split("\n"), *(f"    {line}" for line in body)]
            if head == "try:":
                lines += ["except ValueError:", f"    {words['a']} = None"]
        else:
            lines.append(draw(st.sampled_from(TEMPLATES)).format(**words))
    return lines


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(one=statements(), two=statements())
def test_any_program_is_audited_and_twice_the_same(
    audit_tree: AuditTree, one: list[str], two: list[str]
) -> None:
    files = {
        "one.py": HEAD + "\n".join(one) + "\n",
        "two.py": HEAD + "\n".join(two) + "\n",
        "sound.py": SOUND,
    }
    first = audit_tree(files)
    again = audit_tree(files)
    assert render(first, View()) == render(again, View())
    assert targets_of(first, "sound.py") == SOUND_CALL


def targets_of(report, path: str) -> dict[str, Target]:
    """The targets in one file, where other files may hold several calls on a line."""
    return {
        f"{call.path}:{call.line}": Target(call.vendors, call.platforms, call.models, call.dynamic)
        for call in direct(report)
        if call.path == path
    }
