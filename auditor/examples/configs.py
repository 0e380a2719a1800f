"""Examples of configuration formats: ``example/`` of a rule is audited as a repository of its own.

In any comment syntax:

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

from auditor.audit import audit, read_surroundings
from auditor.model.catalog import Catalog
from auditor.model.config import Surroundings
from auditor.model.report import AuditReport, CallReport, WorkflowReport
from auditor.settings import Settings

MARK = re.compile(r"(?:#|//|--|;|<!--)\s*(expect|route|job|declares|packages): (.*?)(?:\s*-->)?$")


@dataclass(slots=True)
class Said:
    """One comment of an example, with the line it speaks of."""

    path: str
    line: int
    word: str
    rest: str

    def values(self) -> dict[str, str]:
        """The words ``key=value`` of the comment."""
        pairs = (part.partition("=") for part in self.rest.split())
        return {key: value for key, equals, value in pairs if equals}

    @property
    def name(self) -> str:
        """What stands before these words."""
        return re.split(r"\s+\w+=", self.rest, maxsplit=1)[0].strip()


def format_problems(rule: Path, with_: Settings, catalog: Catalog) -> list[str]:
    """What is wrong with the example of a configuration format."""
    example = rule / "example"
    if not example.is_dir():
        return ["there is no folder example: nothing shows what the rule finds"]
    said = list(comments(example))
    report = audit([example], with_, catalog=catalog)
    around = read_surroundings([example], with_, catalog)
    return [
        *_line_problems(said, report), *_workflow_problems(said, report),
        *_declared_problems(said, around),
    ]  # fmt: skip


def comments(root: Path) -> Iterator[Said]:
    """Every comment of the files below a folder."""
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        yield from _comments_of(file, file.relative_to(root).as_posix())


def _comments_of(file: Path, shown: str) -> Iterator[Said]:
    """A comment on a line of its own speaks of the next line that is not such a comment."""
    found: list[Said] = []
    waiting: list[Said] = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        mark = MARK.search(line)
        alone = mark is not None and not line[: mark.start()].strip(" \t{")
        if not alone:
            for said in waiting:
                said.line = number
            waiting = []
        if mark is not None:
            said = Said(shown, number, mark[1], mark[2].strip())
            found.append(said)
            if alone:
                waiting.append(said)
    yield from found


def _line_problems(every: list[Said], report: AuditReport) -> Iterator[str]:
    wanted = [said for said in every if said.word == "expect"]
    found = {(c.path, c.line, c.what): c for c in report.configs}
    places = {(said.path, said.line, said.values().get("what", "")): said for said in wanted}
    for path, line, what in sorted(places.keys() - found.keys()):
        yield f"{path}:{line}: not found: what={what}"
    for path, line, what in sorted(found.keys() - places.keys()):
        yield f"{path}:{line}: not expected: what={what}"
    for place in sorted(places.keys() & found.keys()):
        for key, value in places[place].values().items():
            is_there = getattr(found[place], key, None)
            if is_there != value:
                yield f"{place[0]}:{place[1]}: {key}={value} is expected, found {is_there}"


def _workflow_problems(every: list[Said], report: AuditReport) -> Iterator[str]:
    wanted = {said.name: said for said in every if said.word in ("route", "job")}
    found = {workflow.name: workflow for workflow in report.workflows}
    for name in sorted(wanted.keys() - found.keys()):
        yield f"{wanted[name].path}: not found: {name}"
    for name in sorted(found.keys() - wanted.keys()):
        yield f"{found[name].entry.path}: not expected: {name}"
    for name in sorted(wanted.keys() & found.keys()):
        for problem in _one_workflow(wanted[name], found[name], report):
            yield f"{wanted[name].path}: {name}: {problem}"


def _one_workflow(said: Said, workflow: WorkflowReport, report: AuditReport) -> Iterator[str]:
    values = said.values()
    for word in ("stops", "survives", "unknown"):
        for domain in filter(None, values.get(word, "").split(",")):
            is_so = workflow.on_loss.get(domain)
            if is_so != word:
                yield f"{word}={domain} is expected, found {is_so}"
    calls = [call for call in report.calls if call.id in workflow.calls]
    if "kind" in values and workflow.kind != values["kind"]:
        yield f"kind={values['kind']} is expected, found {workflow.kind}"
    for word in ("verdict", "asks", "model", "leaks"):
        found = {text for call in calls for text in _of_call(call, word)}
        if word in values and found != set(values[word].split(",")):
            yield f"{word}={values[word]} is expected, found {','.join(sorted(found))}"


def _of_call(call: CallReport, word: str) -> tuple[str, ...]:
    if word == "verdict":
        return (call.verdict,)
    if word == "asks":
        return (*call.platforms, *call.gateways)
    return call.models if word == "model" else call.leaks


def _declared_problems(every: list[Said], around: Surroundings) -> Iterator[str]:
    for said in every:
        if said.word == "declares":
            names = {d.name for d in around.declared if d.path == said.path}
        elif said.word == "packages":
            names = {d.package for d in around.dependencies if d.path == said.path}
        else:
            continue
        if names != set(said.rest.split()):
            yield f"{said.path}: {said.word}: found {' '.join(sorted(names))}"
