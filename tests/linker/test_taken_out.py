"""Providers that are taken out of a list before it is gone through stand in for nobody."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.test_parts_of_lists import CODE

EACH = """
    for ask in all:
        try:
            return ask("hello")
        except Exception:
            continue
    raise RuntimeError("nobody answers")"""
FIRST = """try:
        return first("hello")
    except Exception:
        pass"""
EACH_BY_NAME = EACH.replace("in all", "in named.values()")
BOTH = "all = [ask_gpt, ask_claude]"
NAMED = 'named = {"gpt": ask_gpt, "claude": ask_claude}'


def losses(audit_tree: AuditTree, *lines: str) -> dict[str, str]:
    """What becomes of the route that runs these lines, at the loss of each vendor."""
    report = audit_tree({"app.py": CODE.replace("BODY", "\n    ".join(lines))})
    (route,) = [workflow for workflow in report.workflows if workflow.kind == "http"]
    return {domain: end for domain, end in route.on_loss.items() if ":" not in domain}


@pytest.mark.parametrize(
    "lines",
    [
        (BOTH, "all.pop()", EACH),
        (BOTH, "all.pop(1)", EACH),
        (BOTH, "del all[1]", EACH),
        (BOTH, "del all[-1]", EACH),
        (BOTH, "all.remove(ask_claude)", EACH),
        (BOTH, "same = all", "same.pop()", EACH),
        (BOTH, "all.clear()", "all.append(ask_gpt)", EACH),
        (NAMED, 'named.pop("claude")', EACH_BY_NAME),
        (NAMED, 'del named["claude"]', EACH_BY_NAME),
    ],
    ids=lambda lines: lines[1],
)
def test_what_was_taken_out_stands_in_for_nobody(
    audit_tree: AuditTree, lines: tuple[str, ...]
) -> None:
    assert losses(audit_tree, *lines) == {"openai": "stops"}


def test_what_is_taken_out_under_a_condition_may_stand_in(audit_tree: AuditTree) -> None:
    lines = (BOTH, "if flask.request.args:", "    all.remove(ask_claude)", EACH)
    assert losses(audit_tree, *lines)["openai"] in ("unknown", "stops")


@pytest.mark.parametrize(
    "lines",
    [
        (BOTH, "all.remove(ask_claude)", "all.insert(0, ask_claude)", EACH),
        ("all = [ask_gpt, ask_claude, ask_gpt]", "del all[2]", EACH),
        (BOTH, "first = all.pop(0)", FIRST, EACH),
    ],
    ids=lambda lines: lines[1],
)
def test_those_that_are_left_stand_in(audit_tree: AuditTree, lines: tuple[str, ...]) -> None:
    assert losses(audit_tree, *lines) == {"anthropic": "survives", "openai": "survives"}


def test_what_is_put_in_front_is_asked_first(audit_tree: AuditTree) -> None:
    lines = ("all = [ask_gpt]", "all.insert(0, ask_claude)", EACH)
    report = audit_tree({"app.py": CODE.replace("BODY", "\n    ".join(lines))})
    verdicts = {call.vendors: call.verdict for call in report.calls if call.via != "wrapper"}
    assert verdicts[("anthropic",)] == "cross-vendor"
