"""Guards the walls of the house: what may stand in ``auditor/``, and what must agree with what.

Which module may import which is checked by import-linter; see ``pyproject.toml``.
"""

from __future__ import annotations

import ast
import re
import shlex
import tomllib
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "auditor").rglob("*.py"))
LONGEST = 400
VAGUE = {"utils", "util", "helpers", "helper", "core", "manager", "managers", "common", "misc"}

# Names from rules/ that are plain English, a file format, or a service the code itself speaks of.
ORDINARY = {
    "agents", "azure", "beam", "chutes", "cognition", "cursor", "custom", "envoy", "exa", "fal",
    "fireworks", "github", "gitlab", "guidance", "hyperbolic", "inception", "inference",
    "infinity", "inspect", "instructor", "jan", "lambda", "lemonade", "liquid", "llm", "local",
    "martian", "meta", "microsoft", "modal", "morph", "outlines", "perplexity", "play",
    "reflection", "replicate", "runway", "seed", "stability", "swarm", "synthetic", "together",
    "tracing", "tracing wrappers", "unify", "universal", "voyage", "writer", "you",
}  # fmt: skip


@cache
def foreign_words() -> frozenset[str]:
    """Every name that ``rules/`` has for vendors, platforms and libraries."""
    words: set[str] = set()
    for path in [*ROOT.glob("rules/[vpg]*/*.yaml"), *ROOT.glob("rules/sdks/*/*/sdk.yaml")]:
        rule = yaml.safe_load(path.read_text(encoding="utf-8"))
        if rule.get("via") in {"http", "cli"}:
            continue
        words |= {rule["id"], rule["name"], *rule.get("aliases", ()), *rule.get("packages", ())}
        # Packages of these languages begin with somebody's domain, and end with what they are.
        named = -1 if path.parent.parent.name in {"java", "csharp"} else 0
        words |= {module.split(".")[named] for module in rule.get("modules", ())}
    return frozenset(word.lower() for word in words if len(word) > 2) - ORDINARY


@cache
def model_ids() -> re.Pattern[str]:
    """What the ids of all known models look like."""
    rules = [yaml.safe_load(path.read_text("utf-8")) for path in ROOT.glob("rules/vendors/*.yaml")]
    return re.compile("|".join(pattern for rule in rules for pattern in rule.get("models", ())))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
class TestModule:
    """What every file of ``auditor/`` must keep to."""

    def test_names_no_vendor_or_library(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8").lower()
        found = {
            word
            for word in foreign_words()
            if word in text and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
        }
        assert not found, "this belongs into rules/"

    def test_names_no_model(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8").lower()
        ids = set(re.findall(r"\b[a-z]{2,}-[\w.-]*\d[\w.-]*", text))
        assert {name for name in ids if model_ids().search(name)} == set()

    def test_has_a_name_that_says_something(self, path: Path) -> None:
        assert path.stem.strip("_") not in VAGUE
        assert path.parent.name not in VAGUE

    def test_is_short_enough_to_read(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").count("\n")
        assert lines <= LONGEST

    def test_swallows_no_exception(self, path: Path) -> None:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        silent = [
            node.lineno
            for node in ast.walk(tree)
            if isinstance(node, ast.ExceptHandler)
            and all(isinstance(statement, ast.Pass) for statement in node.body)
        ]
        assert silent == []

    def test_leaves_nothing_open(self, path: Path) -> None:
        pattern = r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b"
        assert re.findall(pattern, path.read_text(encoding="utf-8")) == []


def test_rules_give_words_to_look_for() -> None:
    assert {"openai", "anthropic", "claude"} <= foreign_words()
    assert model_ids().search("gpt-4o")
    assert not model_ids().search("utf-8")


def test_the_extras_and_the_dependency_groups_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["dependency-groups"] == project["project"]["optional-dependencies"]


def test_the_readme_has_one_line_that_audits_a_sample() -> None:
    [line] = readme_lines("auditor scan")
    *_, scan = line.split(" && ")
    program, command, option, sample = shlex.split(scan)
    assert (program, command, option) == (".venv/bin/auditor", "scan", "--exit-zero")
    assert (ROOT / sample / "expected.json").is_file()


def test_the_readme_has_one_line_that_runs_the_tests_and_ci_takes_it_from_there() -> None:
    [line] = readme_lines("-m pytest")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in script
    assert "-m pytest" in script
    assert line not in script, ".ci/run must read the line, not repeat it"


def test_every_link_inside_the_documents_leads_somewhere() -> None:
    documents = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "rules" / "README.md"]
    for document in documents:
        text = document.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def readme_lines(part: str) -> list[str]:
    """The lines of the README that set up an environment and contain ``part``."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("python3 -m venv") and part in line]
