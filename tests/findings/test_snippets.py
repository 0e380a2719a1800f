from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from auditor.findings.snippets import mask
from auditor.settings import Settings
from tests.checks.trees import PLAIN, desk, the
from tests.linker.reading import AuditTree


def test_a_finding_carries_the_lines_it_is_about(audit_tree: AuditTree) -> None:
    finding = the(audit_tree(desk(PLAIN)).findings, "no-fallback")
    [line] = finding.snippet
    assert (line.line, line.text) == (6, PLAIN.splitlines()[6])
    assert line.text[finding.column :].startswith("client.messages.create(")


def test_source_stays_out_where_it_is_not_wanted(audit_tree: AuditTree) -> None:
    report = audit_tree(desk(PLAIN), Settings(show_source=False))
    assert the(report.findings, "no-fallback").snippet == ()


def test_a_notebooks_line_is_shown_as_it_was_typed(audit_tree: AuditTree) -> None:
    source = PLAIN.strip().replace("def answer(text):\n    return ", "text = ''\nprint(") + ")"
    cell = {"cell_type": "code", "source": source.splitlines(keepends=True), "metadata": {},
            "outputs": [], "execution_count": None}  # fmt: skip
    book = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    report = audit_tree({"a.ipynb": json.dumps(book, indent=1)})
    finding = the(report.findings, "no-fallback")
    text = finding.snippet[0].text
    assert text.startswith('print(client.messages.create(model="claude-sonnet-4-6"')
    assert text[finding.column :].startswith("client.messages.create(")


def test_credentials_are_masked_and_places_stay() -> None:
    line = 'OpenAI(api_key="sk-proj-abcdefghijkl").chat.completions.create(model="gpt-4o")'
    shown = mask(line)
    assert "abcdefghijkl" not in shown
    assert len(shown) == len(line)
    assert shown.endswith('.chat.completions.create(model="gpt-4o")')
    assert "s3cr3tToken" not in mask('headers={"Authorization": "Bearer s3cr3tTokenValue"}')
    assert "AbC4" not in mask(f'Client("{"AbC4" * 12}")')


def test_a_models_name_is_no_credential() -> None:
    line = 'create(model="anthropic.claude-3-5-sonnet-20241022-v2:0", max_tokens=500)'
    assert mask(line) == line


@given(st.text())
def test_masking_never_moves_anything(text: str) -> None:
    assert len(mask(text)) == len(text)
