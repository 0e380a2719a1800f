"""Providers that are taken out of a list before it is gone through stand in for nobody."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.test_parts_of_lists import CODE
from tests.linker.two_vendors import verdict

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
        (BOTH, "all.append(all.pop(0))", EACH),
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


SCRIPT = """
export async function run(x, n) {
  let all = START;
  TAKEN
  for (const ask of all) { try { return await ask(x); } catch (e) { console.log(e); } }
  throw new Error("none");
}
"""
CLAUDE_FIRST, GPT_FIRST, ALONE = "[claude, gpt]", "[gpt, claude]", "[gpt]"


@pytest.mark.parametrize(
    ("start", "taken", "words"),
    [
        (GPT_FIRST, "all.pop();", ("none",)),
        (GPT_FIRST, "all.splice(1);", ("none",)),
        (GPT_FIRST, "all.splice(n, 1);", ("none",)),
        (GPT_FIRST, "all.splice(1, 1, gpt);", ("none",)),
        (GPT_FIRST, "all.length = 1;", ("none",)),
        (GPT_FIRST, "all.length = n;", ("none",)),
        (GPT_FIRST, "all = all.splice(0, 1);", ("none",)),
        (CLAUDE_FIRST, "all.shift();", ("none",)),
        (GPT_FIRST, "all.length = 2;", ("cross-vendor",)),
        (GPT_FIRST, "all.splice(2);", ("cross-vendor",)),
        (GPT_FIRST, "const rest = all.splice(1); all.push(...rest);", ("cross-vendor",)),
        (ALONE, "all.splice(1, 0, claude);", ("cross-vendor",)),
        (CLAUDE_FIRST, "all.push(all.shift());", ("cross-vendor",)),
    ],
)
def test_and_in_scripts(
    audit_tree: AuditTree, start: str, taken: str, words: tuple[str, ...]
) -> None:
    body = SCRIPT.replace("START", start).replace("TAKEN", taken)
    assert verdict(audit_tree, body) in words
