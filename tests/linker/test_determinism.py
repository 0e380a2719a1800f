"""The same code gives the same report, and an edit changes what it touches and nothing else."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from auditor import audit as audit_module
from auditor.report import View
from auditor.report.json_report import render
from tests.linker.reading import AuditTree, targets, workflows

#: Calls before and behind one another, of several vendors, reached over several files.
SHOP = {
    "shop/__init__.py": "",
    "shop/settings.py": """
        import os

        MODEL = os.getenv("SHOP_MODEL", "gpt-4o")
        MODELS = {"fast": "gpt-4o-mini", "smart": "claude-sonnet-4-5"}
    """,
    "shop/providers.py": """
        import litellm
        from anthropic import Anthropic
        from openai import OpenAI

        from shop.settings import MODEL, MODELS

        REGISTRY = {}


        class Gpt:
            def __init__(self):
                self.client = OpenAI()

            def ask(self, prompt):
                draft = self.client.responses.create(model=MODEL, input=prompt)
                return self.client.responses.create(model=MODEL, input=draft)


        class Claude:
            def __init__(self):
                self.client = Anthropic()

            def ask(self, prompt):
                return self.client.messages.create(
                    model=MODELS["smart"], messages=[prompt], max_tokens=9
                )


        REGISTRY.update(gpt=Gpt, claude=Claude)


        def complete(prompt, tier="fast"):
            return litellm.completion(model=MODELS[tier], messages=[prompt])
    """,
    "shop/web.py": """
        from fastapi import FastAPI

        from shop.providers import REGISTRY, complete

        app = FastAPI()


        @app.post("/ask/{name}")
        def ask(name: str):
            return REGISTRY[name]().ask("hello")


        @app.post("/quick")
        def quick():
            return complete("hello")


        @app.post("/deep")
        def deep():
            return complete("hello", tier="smart")
    """,
    "shop/jobs.py": """
        from celery import shared_task

        from shop.providers import complete


        @shared_task
        def digest(tier):
            return complete("digest", tier)
    """,
}


def test_the_same_files_give_the_same_bytes(audit_tree: AuditTree) -> None:
    first, again = audit_tree(SHOP), audit_tree(SHOP)
    assert render(first, View()) == render(again, View())


def test_where_the_repository_lies_does_not_matter(audit_tree: AuditTree) -> None:
    one = audit_tree(SHOP, folder="here/repo")
    other = audit_tree(SHOP, folder="there/deeper/repo")
    assert one.calls == other.calls
    assert one.workflows == other.workflows


@pytest.mark.parametrize("seed", range(6))
def test_the_order_in_which_files_are_read_does_not_matter(
    audit_tree: AuditTree, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    expected = render(audit_tree(SHOP), View())
    link = audit_module.link

    def shuffled(files, *rest, **named):
        mixed = list(files)
        random.Random(seed).shuffle(mixed)
        return link(mixed, *rest, **named)

    monkeypatch.setattr(audit_module, "link", shuffled)
    assert render(audit_tree(SHOP), View()) == expected


def test_the_seed_of_python_s_hashes_does_not_matter(audit_tree: AuditTree, tmp_path: Path) -> None:
    audit_tree(SHOP)
    program = "from auditor.cli.app import main; main()"
    command = [sys.executable, "-c", program, "scan", "repo", "--format", "json", "--exit-zero"]
    top = Path(__file__).parents[2]
    printed = {
        subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(top), "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
    assert b"gpt-4o-mini" in printed.pop()


def test_lines_inserted_above_move_the_calls_and_keep_their_ids(audit_tree: AuditTree) -> None:
    before = audit_tree(SHOP)
    moved = {
        path: "# a comment\n\nimport sys\n\n\ndef unrelated():\n    return sys.path\n\n\n"
        + dedent(source).lstrip("\n")
        for path, source in SHOP.items()
    }
    after = audit_tree(moved)
    assert {call.id: call.line + 9 for call in before.calls} == {
        call.id: call.line for call in after.calls
    }
    assert {flow.id: flow.calls for flow in before.workflows} == {
        flow.id: flow.calls for flow in after.workflows
    }


def test_a_new_call_in_another_function_changes_no_id(audit_tree: AuditTree) -> None:
    before = audit_tree(SHOP)
    web = dedent(SHOP["shop/web.py"]) + dedent(
        """

        @app.post("/again")
        def again():
            return complete("again", tier="smart")
        """
    )
    after = audit_tree({**SHOP, "shop/web.py": web})
    assert {call.id for call in before.calls} <= {call.id for call in after.calls}
    assert {flow.id for flow in before.workflows} < {flow.id for flow in after.workflows}


def test_two_equal_calls_in_one_function_have_two_ids(audit_tree: AuditTree) -> None:
    report = audit_tree(SHOP)
    ids = [call.id for call in report.calls if call.function == "Gpt.ask"]
    assert len(ids) == len(set(ids)) == 2


def test_calls_and_workflows_are_sorted(audit_tree: AuditTree) -> None:
    report = audit_tree(SHOP)
    calls = [(call.path, call.line, call.column) for call in report.calls]
    flows = [(flow.entry.path, flow.entry.line, flow.name) for flow in report.workflows]
    assert calls == sorted(calls)
    assert flows == sorted(flows)
    assert list(report.coverage.unreached) == sorted(report.coverage.unreached)


def test_a_file_that_has_nothing_to_do_with_models_changes_nothing(
    audit_tree: AuditTree,
) -> None:
    before = audit_tree(SHOP)
    after = audit_tree(
        {**SHOP, "shop/colours.py": "RED = '#f00'\n\n\ndef mix(a, b):\n    return a\n"}
    )
    assert before.calls == after.calls
    assert before.workflows == after.workflows


def test_renaming_a_local_variable_changes_no_target(audit_tree: AuditTree) -> None:
    before = audit_tree(SHOP)
    after = audit_tree(
        {**SHOP, "shop/providers.py": SHOP["shop/providers.py"].replace("draft", "first_try")}
    )
    assert targets(before) == targets(after)
    assert workflows(before) == workflows(after)


def test_nothing_is_written_into_the_scanned_repository(
    audit_tree: AuditTree, tmp_path: Path
) -> None:
    audit_tree(SHOP)
    found = {path.relative_to(tmp_path / "repo").as_posix() for path in tmp_path.rglob("*.*")}
    assert found == set(SHOP)
