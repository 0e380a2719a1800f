"""Options that callers may leave out: ``options = {}`` has none of them."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.two_vendors import verdict

RUN = """
export async function run(x, PARAM) {
  try { return await gpt(x); } catch (err) { console.log(err); }
  if (TEST) { return await claude(x); }
  throw new Error("none");
}
AFTER
"""


def program(param: str, test: str, after: str = "") -> str:
    return RUN.replace("PARAM", param).replace("TEST", test).replace("AFTER", after)


@pytest.mark.parametrize(
    ("param", "test", "after"),
    [
        ("options = {}", "!options.skipFallback", ""),
        ("options = { fallback: true }", "options.fallback", ""),
        ("{ skipFallback } = {}", "!skipFallback", ""),
        ("options = {}", "!options.skipFallback", "export const again = (x) => run(x);"),
    ],
)
def test_a_fallback_that_nobody_turned_off_is_cover(
    audit_tree: AuditTree, param: str, test: str, after: str
) -> None:
    assert verdict(audit_tree, program(param, test, after)) == "cross-vendor"


@pytest.mark.parametrize(
    ("param", "test", "after"),
    [
        ("options = {}", "options.useFallback", ""),
        ("options = { fallback: false }", "options.fallback", ""),
        ("{ useFallback } = {}", "useFallback", ""),
        ("options = {}", "!options.skipFallback", 'run("x", { skipFallback: true });'),
        ("options", "!options.skipFallback", ""),
    ],
)
def test_a_fallback_that_somebody_has_to_turn_on_is_none(
    audit_tree: AuditTree, param: str, test: str, after: str
) -> None:
    assert verdict(audit_tree, program(param, test, after)) != "cross-vendor"


def test_options_that_are_left_out_do_not_mean_that_nothing_is_asked(audit_tree: AuditTree) -> None:
    body = """
    export async function run(x, options = {}) {
      if (!options.enabled) return null;
      return await gpt(x);
    }
    """
    assert verdict(audit_tree, body) == "none"
