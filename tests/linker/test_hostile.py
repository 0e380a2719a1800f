"""Whatever lies in a repository, the audit ends and loses nothing else."""

from __future__ import annotations

from pathlib import Path

from tests.linker.modules import SOUND, SOUND_CALL
from tests.linker.reading import AuditTree, anthropic, only, openai, targets, workflows


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


def _step(number: int) -> str:
    return f"""
def step{number}(texts):
    for text in texts:
        if text:
            for part in text:
                try:
                    with open(part) as file:
                        if file:
                            return step{number + 1}(texts)
                except KeyError:
                    raise ValueError from None
"""


def test_functions_that_call_one_another_deeply_are_judged(audit_tree: AuditTree) -> None:
    steps = "".join(_step(number) for number in range(40))
    code = f"""import flask
from openai import OpenAI

app = flask.Flask(__name__)
{steps}

def step40(texts):
    return OpenAI().responses.create(model="gpt-4o", input=texts)


@app.get("/ask")
def ask():
    return step0(flask.request.files)
"""
    report = audit_tree({"app.py": code})
    (flow,) = report.workflows
    assert (flow.name, flow.on_loss["openai"]) == ("GET /ask", "stops")
