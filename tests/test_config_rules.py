"""Runs every example in ``rules/configs``: the lines, routes and jobs each must yield, no others.

``example/`` of a rule is audited as a repository of its own. In any comment syntax:

    expect: what=model vendor=acme       of the line, or of the next one where it stands alone
    route: NAME verdict=none stops=acme,platform:x survives=y
    job: NAME kind=ci asks=acme-api
    declares: NAME NAME                  variables of the file, and no others
    packages: name name                  packages of the file that ask models, and no others
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor import audit as audit_module
from auditor.audit import audit, read_surroundings
from auditor.model.report import AuditReport, WorkflowReport
from auditor.rulebook.load import load_catalog
from auditor.rulebook.locate import find_rules
from auditor.rulebook.match import Matcher
from auditor.settings import Settings

RULES = sorted(path.parent for path in find_rules().glob("configs/*/config.yaml"))
MARK = re.compile(r"(?:#|//|--|;|<!--)\s*(expect|route|job|declares|packages): (.*?)(?:\s*-->)?$")


@dataclass
class Said:
    """One comment of an example, with the line it speaks of."""

    path: str
    line: int
    word: str
    rest: str

    def values(self, start: int = 0) -> dict[str, str]:
        pairs = (part.partition("=") for part in self.rest[start:].split())
        return {key: value for key, equals, value in pairs if equals}


def comments(root: Path) -> Iterator[Said]:
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        waiting: list[Said] = []
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            found = MARK.search(line)
            shown = file.relative_to(root).as_posix()
            if found is None:
                for said in waiting:
                    said.line = number
                waiting = []
                continue
            if line[: found.start()].strip(" \t{"):
                for said in waiting:
                    said.line = number
                waiting = []
            said = Said(shown, number, found[1], found[2].strip())
            if not line[: found.start()].strip(" \t{"):
                waiting.append(said)
            yield said


@pytest.fixture(scope="session", autouse=True)
def one_catalog() -> Iterator[None]:
    """The rules are read once for all examples."""
    catalog = load_catalog(languages=frozenset(audit_module.LANGUAGES))
    matcher = Matcher(catalog)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(audit_module, "load_catalog", lambda **_: catalog)
        patch.setattr(audit_module, "Matcher", lambda _: matcher)
        yield


@pytest.fixture(scope="session")
def reports() -> dict[str, AuditReport]:
    return {r.name: audit([r / "example"], Settings()) for r in RULES if (r / "example").is_dir()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
class TestConfigRule:
    def test_has_an_example(self, rule: Path) -> None:
        assert (rule / "example").is_dir()

    def test_yields_the_expected_lines_and_no_others(self, rule: Path, reports: dict) -> None:
        wanted = [said for said in list(comments(rule / "example")) if said.word == "expect"]
        found = {(c.path, c.line, c.what): c for c in reports[rule.name].configs}
        assert set(found) == {(s.path, s.line, s.values()["what"]) for s in wanted}
        for said in wanted:
            row = found[said.path, said.line, said.values()["what"]]
            for key, value in said.values().items():
                assert getattr(row, key) == value, f"{said.path}:{said.line} {key}"

    def test_yields_the_expected_routes_and_jobs(self, rule: Path, reports: dict) -> None:
        report: AuditReport = reports[rule.name]
        wanted = [s for s in list(comments(rule / "example")) if s.word in ("route", "job")]
        workflows = {w.name: w for w in report.workflows}
        assert set(workflows) == {name_of(said) for said in wanted}
        for said in wanted:
            check(said, workflows[name_of(said)], report)

    def test_declares_what_the_example_says(self, rule: Path) -> None:
        said = [s for s in list(comments(rule / "example")) if s.word in ("declares", "packages")]
        around = read_surroundings([rule / "example"], Settings())
        for one in said:
            if one.word == "declares":
                names = {d.name for d in around.declared if d.path == one.path}
            else:
                names = {d.package for d in around.dependencies if d.path == one.path}
            assert names == set(one.rest.split())


def name_of(said: Said) -> str:
    return re.split(r"\s+\w+=", said.rest, maxsplit=1)[0].strip()


def check(said: Said, workflow: WorkflowReport, report: AuditReport) -> None:
    values = said.values()
    calls = [call for call in report.calls if call.id in workflow.calls]
    for word in ("stops", "survives", "unknown"):
        for domain in filter(None, values.get(word, "").split(",")):
            assert workflow.on_loss.get(domain) == word, f"{workflow.name}: {domain}"
    if "verdict" in values:
        assert {call.verdict for call in calls} == {values["verdict"]}, workflow.name
    if "kind" in values:
        assert workflow.kind == values["kind"]
    if "asks" in values:
        asked = {p for call in calls for p in (*call.platforms, *call.gateways)}
        assert asked == set(values["asks"].split(",")), workflow.name
    if "model" in values:
        assert {m for call in calls for m in call.models} == set(values["model"].split(","))
    if "leaks" in values:
        assert {e for call in calls for e in call.leaks} == set(values["leaks"].split(","))
