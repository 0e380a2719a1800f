"""The second vendor has answered, and what the first one left behind ends it after all."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.test_go_fallbacks import SIGNATURE
from tests.linker.test_go_fallbacks import verdict as verdict_in_go
from tests.linker.two_vendors import verdict

TRY = """
export async function run(x) {
  let failed = null, text = null;
  try { text = await gpt(x); } catch (e) { HANDLER }
  END
}
"""
EMPTY = "if (!text) throw new Error('empty');\n return text;"
SPARE = "const spare = await claude(x); console.log(spare);"
FELL_BACK = "failed = e; text = await claude(x);"


def in_script(handler: str, end: str) -> str:
    return TRY.replace("HANDLER", handler).replace("END", end)


@pytest.mark.parametrize(
    ("handler", "end"),
    [
        (FELL_BACK, "if (failed) throw failed;\n return text;"),
        (FELL_BACK, "if (failed !== null) throw new Error('failed');\n return text;"),
        (FELL_BACK, "if (failed) return null;\n return text;"),
        ("failed = true; text = await claude(x);", "if (failed) throw new Error();\n return text;"),
        (SPARE, "return text;"),
        (SPARE, "if (!text) return null;\n return text;"),
        ("failed = await claude(x);", EMPTY),
    ],
)
def test_an_answer_that_nobody_gets_is_no_cover(
    audit_tree: AuditTree, handler: str, end: str
) -> None:
    assert verdict(audit_tree, in_script(handler, end)) in ("none", "degraded")


def test_an_answer_that_is_not_looked_at_first_is_no_cover(audit_tree: AuditTree) -> None:
    body = """
    export async function run(x) {
      const first = await gpt(x).catch(() => null);
      const second = first ?? (await claude(x));
      if (!first) throw new Error("first");
      return second;
    }
    """
    assert verdict(audit_tree, body) in ("none", "degraded")


@pytest.mark.parametrize(
    ("handler", "end"),
    [
        (FELL_BACK, "if (failed) console.warn(failed);\n return text;"),
        (FELL_BACK, "if (failed) return { text, by: 'claude' };\n return { text, by: 'gpt' };"),
        (FELL_BACK, "if (!text) throw failed;\n return text;"),
        (f"{FELL_BACK} failed = null;", "if (failed) throw failed;\n return text;"),
        ("failed = e;", "if (failed) text = await claude(x);\n return text;"),
        ("failed = e;", f"if (!text) text = await claude(x);\n {EMPTY}"),
        # What is made of the answer, in whatever way.
        (
            "const r = await claude(x); const parts = [];\n"
            "for (const b of r.content) parts.push(b.text);\n text = parts.join('');",
            EMPTY,
        ),
        ("const r = await claude(x);\n text = r.content.map((b) => b.text).join('');", EMPTY),
        ("await claude(x).then((t) => { text = t; });", EMPTY),
    ],
)
def test_one_that_somebody_gets_is(audit_tree: AuditTree, handler: str, end: str) -> None:
    assert verdict(audit_tree, in_script(handler, end)) == "cross-vendor"


@pytest.mark.parametrize(
    ("rounds", "end"),
    [
        ("text = await ask(x); break;", "if (!text) throw last;\n return text;"),
        ("return await ask(x);", "if (last) throw last;\n throw new Error();"),
        ("text = await ask(x); last = null; break;", "if (last) throw last;\n return text;"),
    ],
)
def test_the_last_error_of_a_loop_may_be_thrown_where_nobody_answered(
    audit_tree: AuditTree, rounds: str, end: str
) -> None:
    body = (
        "export async function run(x) {\n  let text = null, last = null;\n"
        f"  for (const ask of [gpt, claude]) {{ try {{ {rounds} }} catch (e) {{ last = e; }} }}\n"
        f"  {end}\n}}"
    )
    assert verdict(audit_tree, body) == "cross-vendor"


def test_go_too(audit_tree: AuditTree) -> None:
    body = (
        "var failed bool\n answer, err := gpt(ctx, text)\n"
        "if err != nil { failed = true; answer, err = claude(ctx, text) }\n"
        'if failed { return "", errors.New("the first one failed") }\n return answer, err'
    )
    assert verdict_in_go(audit_tree, f"{SIGNATURE} {{\n{body}\n}}") == "none"


PYTHON = """
import anthropic
import openai

gpt = openai.OpenAI()
claude = anthropic.Anthropic()


def main(text):
    failed = None
    answer = None
    try:
        answer = gpt.responses.create(model="gpt-4o", input=text)
    except Exception as error:
        failed = error
        NAME = claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])
        print(NAME)
    if TEST:
        THEN
    return answer


if __name__ == "__main__":
    main("hello")
"""


@pytest.mark.parametrize(
    ("name", "test", "then", "words"),
    [
        ("answer", "failed", "raise failed", {"none"}),
        ("answer", "failed", "print(failed)", {"cross-vendor"}),
        ("answer", "not answer", "raise failed", {"cross-vendor"}),
        ("other", "not answer", "raise failed", {"none", "degraded"}),
    ],
)
def test_and_python(
    audit_tree: AuditTree, name: str, test: str, then: str, words: set[str]
) -> None:
    source = PYTHON.replace("NAME", name).replace("TEST", test).replace("THEN", then)
    report = audit_tree({"app.py": source})
    (call,) = [call for call in report.calls if "openai" in call.vendors]
    assert call.verdict in words
