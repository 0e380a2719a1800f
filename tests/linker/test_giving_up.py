"""Endless loops around one vendor that are left for another one after so many failures."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.test_parts_of_lists import CODE

BODY = """
    COUNTED
    while True:
        FIRST
        try:
            return ask_gpt("hello")
        except Exception as error:
            THEN
    return ask_claude("hello")
"""


def end(audit_tree: AuditTree, counted: str, then: str, first: str = "pass") -> str:
    """What becomes of the route that runs this loop, at the loss of the first vendor."""
    body = BODY.replace("COUNTED", counted).replace("FIRST", first)
    code = CODE.replace("BODY", body.replace("THEN", "\n            ".join(then.split("; "))))
    report = audit_tree({"app.py": f"LIMITS = {{'rate': 3, 'other': 9}}\n{code}"})
    (route,) = [workflow for workflow in report.workflows if workflow.kind == "http"]
    return route.on_loss["openai"]


KIND = 'kind = "rate" if "429" in str(error) else "other"'
COUNTS = 'counts = {"rate": 0, "other": 0}'


@pytest.mark.parametrize(
    ("counted", "then", "first"),
    [
        ("tries = 0", "tries += 1; if tries >= int(number): break", "pass"),
        ("tries = 0", "if tries > int(number): break", "tries += 1"),
        (COUNTS, f"{KIND}; counts[kind] += 1; if counts[kind] >= LIMITS[kind]: break", "pass"),
        ("tries = 0", 'tries += 1; if int(number) <= tries: return ask_claude("x")', "pass"),
    ],
)
def test_who_counts_all_failures_gets_to_the_other_vendor(
    audit_tree: AuditTree, counted: str, then: str, first: str
) -> None:
    assert end(audit_tree, counted, then, first) == "survives"


@pytest.mark.parametrize(
    ("counted", "then"),
    [
        ("tries = 0", 'tries += "429" in str(error); if flask.request.args: break'),
        ("tries = 0", 'if "429" in str(error): tries += 1; if tries >= int(number): break'),
        ("tries = 0", "tries += 1; if tries >= int(number): break; tries = 0"),
        ("tries = 0", "tries += 1; if tries >= int(number): raise"),
        ("tries = others = 0", "others += 1; if tries >= int(number): break"),
        (COUNTS, f"{KIND}; counts['rate'] += 1; if counts[kind] >= LIMITS[kind]: break"),
    ],
)
def test_who_may_fail_for_ever_does_not(audit_tree: AuditTree, counted: str, then: str) -> None:
    assert end(audit_tree, counted, then) in ("unknown", "stops")
