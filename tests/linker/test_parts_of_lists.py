"""What is asked through a part of a list: ``ALL[1:]``."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.test_go_fallbacks import SIGNATURE
from tests.linker.test_go_fallbacks import verdict as verdict_in_go
from tests.linker.two_vendors import verdict as verdict_in_scripts

CODE = """
import anthropic
import flask
import openai

app = flask.Flask(__name__)
gpt = openai.OpenAI(timeout=5, max_retries=1)
claude = anthropic.Anthropic(timeout=5, max_retries=1)


def ask_gpt(text):
    said = [{"role": "user", "content": text}]
    return gpt.chat.completions.create(model="gpt-4o", messages=said)


def ask_claude(text):
    said = [{"role": "user", "content": text}]
    return claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=said)


ALL = [ask_gpt, ask_claude]


@app.get("/ask")
def answer(number=1):
    BODY
"""

LOOP = """for ask in PART:
        try:
            return ask("hello")
        except Exception:
            continue
    raise RuntimeError"""
BEHIND = """try:
        return ALL[0]("hello")
    except Exception:
        for ask in PART:
            return ask("hello")"""


@pytest.mark.parametrize(
    ("body", "part", "losses"),
    [
        (LOOP, "ALL[::-1]", {"anthropic": "survives", "openai": "survives"}),
        (LOOP, "ALL[:2]", {"anthropic": "survives", "openai": "survives"}),
        (BEHIND, "ALL[1:]", {"anthropic": "survives", "openai": "survives"}),
        # What is left out stands in for nobody.
        (LOOP, "ALL[:1]", {"openai": "stops"}),
        (LOOP, "ALL[1:]", {"anthropic": "stops"}),
        (LOOP, "ALL[-1:]", {"anthropic": "stops"}),
        (LOOP, "ALL[::2]", {"openai": "stops"}),
        (BEHIND, "ALL[:1]", {"openai": "stops"}),
    ],
)
def test_a_part_of_a_list_holds_what_its_bounds_leave(
    audit_tree: AuditTree, body: str, part: str, losses: dict[str, str]
) -> None:
    report = audit_tree({"app.py": CODE.replace("BODY", body.replace("PART", part))})
    (flow,) = (flow for flow in report.workflows if flow.name == "GET /ask")
    assert {k: v for k, v in flow.on_loss.items() if ":" not in k} == losses


@pytest.mark.parametrize("part", ["ALL[:number]", "ALL[number:]", "ALL[2:]"])
def test_where_nobody_knows_what_is_left_it_is_asked_and_no_cover(
    audit_tree: AuditTree, part: str
) -> None:
    report = audit_tree({"app.py": CODE.replace("BODY", LOOP.replace("PART", part))})
    (flow,) = (flow for flow in report.workflows if flow.name == "GET /ask")
    assert set(flow.vendors) == {"anthropic", "openai"}
    assert "survives" not in flow.on_loss.values()


GO_ALL = "all := []func(context.Context, string) (string, error){gpt, claude}\n"
GO_LOOP = """for _, ask := range PART {
  if answer, err := ask(ctx, text); err == nil { return answer, nil }
}
return "", errors.New("nobody")
"""
GO_BEHIND = f"""if answer, err := all[0](ctx, text); err == nil {{ return answer, nil }}
{GO_LOOP}"""


@pytest.mark.parametrize(
    ("body", "part", "words"),
    [
        (GO_LOOP, "all[:]", {"cross-vendor"}),
        (GO_LOOP, "all[:2]", {"cross-vendor"}),
        (GO_BEHIND, "all[1:]", {"cross-vendor"}),
        (GO_LOOP, "all[:1]", {"none"}),
        (GO_LOOP, "all[:len(text)]", {"none", "unknown"}),
        (GO_LOOP, "all[len(text):]", {"none", "unknown"}),
        (GO_BEHIND, "all[:1]", {"none", "same-vendor"}),
    ],
)
def test_go_too(audit_tree: AuditTree, body: str, part: str, words: set[str]) -> None:
    program = f"{SIGNATURE} {{\n{GO_ALL}{body.replace('PART', part)}\n}}"
    assert verdict_in_go(audit_tree, program) in words


def test_in_go_a_list_that_is_emptied_and_filled_again_has_what_was_added(
    audit_tree: AuditTree,
) -> None:
    filled = (
        "kept := all[:0]\n kept = append(kept, claude)\n"
        "if answer, err := gpt(ctx, text); err == nil { return answer, nil }\n"
    )
    program = f"{SIGNATURE} {{\n{GO_ALL}{filled}{GO_LOOP.replace('PART', 'kept')}\n}}"
    assert verdict_in_go(audit_tree, program) == "cross-vendor"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("all.slice()", {"cross-vendor"}),
        ("all.slice(0, 2)", {"cross-vendor"}),
        ("all.slice(0, n)", {"none", "unknown"}),
        ("all.slice(n)", {"none", "unknown"}),
        ("all.slice(0, x.most ?? 1)", {"none", "unknown"}),
    ],
)
def test_and_scripts(audit_tree: AuditTree, part: str, words: set[str]) -> None:
    body = (
        "const all = [gpt, claude];\nexport async function run(x, n) {\n"
        f"  for (const ask of {part}) {{ try {{ return await ask(x); }} catch {{}} }}\n"
        "  throw new Error();\n}"
    )
    assert verdict_in_scripts(audit_tree, body) in words


@pytest.mark.parametrize(
    ("whole", "survives"),
    [
        ("ALL[first:] + ALL[:first]", True),
        # Nobody knows what is in these.
        ("ALL[first:] + ALL[:2 - first]", False),
        ("ALL[first:] + OTHERS[:first]", False),
        ("ALL[first:]", False),
    ],
)
def test_a_list_that_begins_anywhere_has_all_of_them(
    audit_tree: AuditTree, whole: str, survives: bool
) -> None:
    body = "first = next(TURNS) % 2\n    " + LOOP.replace("PART", whole)
    code = CODE.replace("BODY", body).replace("ALL =", "OTHERS = [ask_gpt]\nALL =")
    report = audit_tree({"app.py": f"import itertools\nTURNS = itertools.count()\n{code}"})
    (route,) = [workflow for workflow in report.workflows if workflow.kind == "http"]
    ends = {end for domain, end in route.on_loss.items() if ":" not in domain}
    assert (ends == {"survives"}) == survives


@pytest.mark.parametrize(
    ("test", "survives"),
    [
        ("ask.__name__ in wanted", False),
        ("ask.__name__ in flask.request.args", True),
        ("ask.__name__ not in RESTING", True),
        ("ask", True),
    ],
)
def test_those_that_a_caller_allows_are_not_all(
    audit_tree: AuditTree, test: str, survives: bool
) -> None:
    body = LOOP.replace("PART", f"[ask for ask in ALL if {test}]")
    code = (
        CODE.replace("BODY", body)
        .replace("number=1", "wanted")
        .replace("ALL =", "RESTING = []\nALL =")
    )
    report = audit_tree({"app.py": code})
    (route,) = [workflow for workflow in report.workflows if workflow.kind == "http"]
    assert (route.on_loss["openai"] == "survives") == survives
