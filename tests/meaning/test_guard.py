"""A configuration file that breaks a step of its understanding loses only itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from auditor.audit import audit
from auditor.meaning import deployment
from auditor.model.report import AuditReport
from auditor.settings import Settings
from tests.shipped import audit_with_shipped

PROXY = """model_list:
  - model_name: {name}
    litellm_params: {{model: openai/gpt-4o, api_key: os.environ/{name}_KEY}}
"""
FILES = {"a.yaml": "first", "b.yaml": "second", "c.yaml": "third"}
#: Steps that are done for one document at a time.
STEPS = ("documents_in", "said_in", "routes_in", "jobs_in", "lines_of")


@pytest.fixture(scope="module", autouse=True)
def one_catalog() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        audit_with_shipped(patch)
        yield


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("tree")
    for path, name in FILES.items():
        (root / path).write_text(PROXY.format(name=name))
    return root


@pytest.fixture(scope="module")
def whole(tree: Path) -> AuditReport:
    return audit([tree], Settings())


def said_outside(report: AuditReport, broken: str) -> list[object]:
    """What the report says of the files that did not break."""
    rows = [*report.calls, *report.configs]
    named = [workflow.name for workflow in report.workflows if workflow.entry.path != broken]
    return [row for row in rows if row.path != broken] + named


@given(step=st.sampled_from(STEPS), broken=st.sampled_from(sorted(FILES)), at=st.integers(0, 2))
@limits(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_breaks_on_one_file_loses_nothing_of_the_others(
    tree: Path, whole: AuditReport, step: str, broken: str, at: int
) -> None:
    real = getattr(deployment, step)

    def breaks(item, *rest):
        if item.path == broken:
            for number, found in enumerate(real(item, *rest)):
                if number == at:
                    break
                yield found
            raise KeyError("secret text of the file")
        yield from real(item, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deployment, step, breaks)
        report = audit([tree], Settings())
    assert said_outside(report, broken) == said_outside(whole, broken)
    [problem] = [d for d in report.diagnostics if d.code == "config-error"]
    assert (problem.path, problem.severity) == (broken, "error")
    assert "secret" not in problem.message


HOSTILE = {
    "deep-list.yaml": "[" * 20000,
    "deep-map.yaml": "\n".join("  " * n + "a:" for n in range(800)),
    "deep.json": '{"model":' * 20000,
    "bomb.yaml": "\n".join(
        ["a0: &a0 {model: gpt-4o}"]
        + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 14)]
    ),
    "itself.yaml": "a: &a [*a, {model: gpt-4o}]\nb: &b\n  <<: *b\n  c: *b\n",
    "merge.yaml": "x: &x {<<: [*x, *x], model: gpt-4o}\n",
    "billion.xml": '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><policies>&c;</policies>',
    "endless.tf": "a = <<X\n" * 3000,
    "keys.json": json.dumps({str(n): "gpt-4o" for n in range(50000)}),
    "odd.yaml": "? [a, b]\n: {model: gpt-4o}\n? {c: d}\n: 1\n",
    "nothing.toml": "\x00\x01\x02",
}

#: A word to look for, so that the file is read at all.
MARKS = {"json": "// gpt-4o\n", "xml": "<!-- gpt-4o -->"}


def test_hostile_files_are_told_and_lose_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "proxy.yaml").write_text(PROXY.format(name="first"))
    for name, text in HOSTILE.items():
        mark = MARKS.get(name.rpartition(".")[2], "# gpt-4o\n")
        (tmp_path / name).write_text(mark + text)
    report = audit([tmp_path], Settings())
    assert "alias first" in {workflow.name for workflow in report.workflows}
    assert all(d.code != "config-error" for d in report.diagnostics)
    told = {d.path for d in report.diagnostics if d.code == "config-syntax"}
    assert {"deep-list.yaml", "deep-map.yaml", "deep.json", "bomb.yaml", "billion.xml"} <= told
