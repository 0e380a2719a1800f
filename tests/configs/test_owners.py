"""Who owns a workflow, as the repository's own files say."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.audit import audit
from auditor.configs.codeowners import owner_rule, read_codeowners
from auditor.model.report import WorkflowReport
from auditor.settings import load_settings

APP = """
import openai

if __name__ == "__main__":
    openai.OpenAI().chat.completions.create(model="gpt-4o", messages=[])
"""


def owners(text: str, path: str) -> tuple[str, ...] | None:
    rule = owner_rule(read_codeowners(text), path)
    return rule.owners if rule else None


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*", "a/b.py", True),
        ("*.js", "a/b/c.js", True),
        ("*.js", "a/b/c.jsx", False),
        ("/build/logs/", "build/logs/a/b.txt", True),
        ("/build/logs/", "x/build/logs/a.txt", False),
        ("docs/*", "docs/start.md", True),
        ("docs/*", "docs/build/start.md", False),
        ("docs/*", "x/docs/start.md", False),
        ("apps/", "x/apps/y/z.py", True),
        ("apps/", "apps", False),
        ("/docs", "docs/a/b.md", True),
        ("docs", "x/docs/a.md", True),
        ("/scripts/", "scripts/run.py", True),
        ("**/logs", "deep/down/logs/x.log", True),
        ("**/logs", "logs/x.log", True),
        ("/a/**/z.py", "a/z.py", True),
        ("/a/**/z.py", "a/b/c/z.py", True),
        ("/a/**", "a/b/c.py", True),
        ("/app/main.py", "app/main.py", True),
        ("main.py", "app/main.py", True),
        ("a?.py", "x/ab.py", True),
        ("a?.py", "x/a/.py", False),
        (r"my\ docs/", "my docs/x.md", True),
        ("a.py", "aXpy", False),
    ],
)
def test_a_pattern_fits_what_it_fits_for_github(pattern, path, fits):
    assert (owners(f"{pattern} @me", path) is not None) is fits


def test_the_last_rule_that_fits_wins_even_if_it_names_nobody():
    text = "* @all\n/app/ @team @lead # why\n/app/free.py\n"
    assert owners(text, "x.py") == ("@all",)
    assert owners(text, "app/x.py") == ("@team", "@lead")
    assert owners(text, "app/free.py") == ()


def test_comments_and_patterns_that_mean_nothing_are_skipped():
    text = "# * @a\n\n!x.py @b\n[Section] @c\n^[Other]\nx[0-9].py @d\n"
    assert read_codeowners(text) == ()


@pytest.fixture
def flow(tmp_path: Path):
    def run(**files: str) -> WorkflowReport:
        (tmp_path / ".git").mkdir(exist_ok=True)
        for name, text in {"svc/api/app.py": APP, **files}.items():
            place = tmp_path / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text.lstrip("\n"))
        report = audit([tmp_path / "svc"], load_settings(tmp_path / "svc"))
        assert [problem.path for problem in report.diagnostics if problem.code != "owners"] == []
        [workflow] = report.workflows
        return workflow

    return run


def told(workflow: WorkflowReport) -> tuple[object, ...]:
    [step] = workflow.owner_evidence
    return workflow.owner, step.path, step.line, step.says


def test_without_any_file_nobody_is_named(flow):
    assert (flow().owner, flow().owner_evidence) == (None, ())


def test_codeowners_lies_at_the_top_of_the_repository_and_its_line_is_the_proof(flow):
    text = "* @all\n/svc/api/ @org/desk\n"
    found = flow(**{".github/CODEOWNERS": text, "CODEOWNERS": "* @not-read"})
    assert told(found) == (
        "@org/desk", "../.github/CODEOWNERS", 2, "/svc/api/ belongs to @org/desk",
    )  # fmt: skip


def test_who_is_said_to_own_nothing_is_not_replaced_by_another_file(flow):
    found = flow(CODEOWNERS="/svc/\n", **{"svc/catalog-info.yaml": "spec: {owner: team-a}\n"})
    assert found.owner is None


def test_the_nearest_catalogue_file_counts_and_its_component_before_others(flow):
    api = """
kind: API
spec:
  owner: group:apis
---
kind: Component
spec:
  type: service
  owner: team-desk
"""
    found = flow(**{"svc/api/catalog-info.yaml": api, "catalog-info.yaml": "spec: {owner: all}"})
    assert told(found) == ("team-desk", "api/catalog-info.yaml", 8, "spec.owner is team-desk")


def test_the_configuration_comes_first(flow):
    config = '[[workflow]]\nmatch = "python *"\nowner = "me"\n'
    found = flow(**{"svc/auditor.toml": config, "CODEOWNERS": "* @all\n"})
    assert told(found) == ("me", "auditor.toml", 1, "owner is me")


def test_a_setting_without_an_owner_leaves_the_file_its_say(flow):
    config = '[[workflow]]\nmatch = "python *"\ncriticality = "critical"\n'
    found = flow(**{"svc/auditor.toml": config, "CODEOWNERS": "* @all\n"})
    assert (found.owner, found.criticality) == ("@all", "critical")


@pytest.mark.parametrize(
    "text", ["a: [", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "[" * 9999]
)
def test_a_broken_catalogue_file_ends_nothing(flow, text):
    assert flow(**{"svc/catalog-info.yaml": text}).owner is None
