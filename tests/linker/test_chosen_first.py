"""A setting chooses whom is asked first; who is asked then may hang on the same setting."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.two_vendors import HEAD, verdict

RUN = """
const MODES = { a: { provider: "gpt" }, b: { provider: "claude" } };
export async function run(x) {
  const first = FIRST;
  const second = SECOND;
  try { if (first === "gpt") return await gpt(x); else return await claude(x); }
  catch (e) { if (second === "gpt") return await gpt(x); else return await claude(x); }
}
"""
VARIABLE = 'process.env.FIRST || "gpt"'
TABLE = "(MODES[process.env.MODE] || MODES.a).provider"
OTHER_ONE = 'first === "gpt" ? "claude" : "gpt"'


def program(first: str, second: str) -> str:
    return RUN.replace("FIRST", first).replace("SECOND", second)


@pytest.mark.parametrize("first", [VARIABLE, TABLE])
def test_whoever_is_not_the_first_stands_in(audit_tree: AuditTree, first: str) -> None:
    assert verdict(audit_tree, program(first, OTHER_ONE)) == "cross-vendor"


def test_a_setting_of_its_own_may_choose_who_stands_in(audit_tree: AuditTree) -> None:
    second = 'process.env.SPARE || "gpt"'
    assert verdict(audit_tree, program(VARIABLE, second)) == "cross-vendor"


@pytest.mark.parametrize("first", [VARIABLE, TABLE])
def test_what_the_same_setting_would_choose_stands_in_for_nobody(
    audit_tree: AuditTree, first: str
) -> None:
    assert verdict(audit_tree, program(first, "first")) not in ("cross-vendor", "unknown")


def test_an_entry_that_no_variable_names_is_not_there(audit_tree: AuditTree) -> None:
    body = """
    const ALL = { a: claude, b: gpt };
    export async function run(x) { return await (ALL[process.env.MODE] ?? ALL.b)(x); }
    """
    report = audit_tree({"a.mjs": f"{HEAD}{body}"})
    (route,) = [flow for flow in report.workflows if flow.name == "run"]
    assert route.on_loss["openai"] == "stops"
