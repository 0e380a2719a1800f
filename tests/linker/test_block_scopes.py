"""Names that a script declares again in a block: inside they are other variables than outside."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.test_go_fallbacks import SIGNATURE
from tests.linker.test_go_fallbacks import verdict as verdict_in_go
from tests.linker.two_vendors import verdict

#: ``text`` is asked for, something is done about a failure, and then it is looked at.
AROUND = """
export async function run(x, kind) {
  let text = null;
  try { text = await gpt(x); } catch (error) { HANDLER }
  if (!text) throw new Error("no answer");
  return text;
}
"""


@pytest.mark.parametrize(
    "handler",
    [
        "let text = await claude(x); console.log(text);",
        "const { content: text } = await claude(x); console.log(text);",
        "const [text] = [await claude(x)]; console.log(text);",
        "for (const text of [await claude(x)]) console.log(text);",
        "for (let text = await claude(x); !text; ) console.log(text);",
        "for (const ask of [claude]) { const text = await ask(x); if (text) break; }",
        "switch (kind) { default: let text = await claude(x); console.log(text); }",
        "if (kind) { const text = await claude(x); console.log(text); }",
        "let text = null; const fill = async () => { text = await claude(x); }; await fill();",
        # No other variable of that name, and the answer is of no use all the same.
        "const other = await claude(x); console.log(other);",
    ],
)
def test_what_a_block_keeps_in_its_own_variable_is_no_answer(
    audit_tree: AuditTree, handler: str
) -> None:
    assert verdict(audit_tree, AROUND.replace("HANDLER", handler)) in ("none", "degraded")


@pytest.mark.parametrize(
    "handler",
    [
        "text = await claude(x);",
        "{ text = await claude(x); }",
        "const fill = async () => { text = await claude(x); }; await fill();",
        "const text = await claude(x); return text;",
        "const text = await claude(x); return { text };",
        "var text = await claude(x);",
        "const ask = (text) => claude(text); text = await ask(x);",
        "let other; { let x = 1; other = claude; } text = await other(x);",
    ],
)
def test_what_reaches_the_variable_outside_is_one(audit_tree: AuditTree, handler: str) -> None:
    assert verdict(audit_tree, AROUND.replace("HANDLER", handler)) == "cross-vendor"


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("const ask = claude; return await gpt(x); } catch { return await ask(x);", "none"),
        ("return await gpt(x); } catch { const ask = claude; return await ask(x);", "cross-vendor"),
        (
            "return await ask(x); } catch { const ask = (t) => claude(t); return await ask(x);",
            "cross-vendor",
        ),
    ],
)
def test_a_name_of_the_file_is_not_that_of_a_block(
    audit_tree: AuditTree, body: str, word: str
) -> None:
    text = f"const ask = gpt;\nexport async function run(x) {{ try {{ {body} }} }}"
    assert verdict(audit_tree, text) == word


def test_a_function_in_a_block_keeps_its_name_in_the_report(audit_tree: AuditTree) -> None:
    source = """
        import OpenAI from "openai";
        const ask = 1;
        export async function run(x) {
          if (x) {
            const ask = async (t) => await new OpenAI().responses.create({ model: "gpt-4o" });
            return await ask(x);
          }
        }
    """
    (call,) = audit_tree({"a.mjs": source}).calls
    assert call.function == "ask"


IN_GO = """answer, err := gpt(ctx, text)
if err != nil {
  HANDLER
}
if answer == "" { return "", errors.New("empty") }
return answer, nil
"""


@pytest.mark.parametrize(
    ("handler", "words"),
    [
        ("answer, err := claude(ctx, text)\n log.Println(answer, err)", {"none", "degraded"}),
        ("var answer string\n answer, err = claude(ctx, text)\n log.Println(answer)", {"none"}),
        ("for _, ask := range []func(context.Context, string) (string, error){claude} {\n"
         "answer, err := ask(ctx, text)\n if err == nil { log.Println(answer) }\n}",
         {"none", "degraded"}),
        ("switch text { default:\n answer, err := claude(ctx, text)\n log.Println(answer, err) }",
         {"none", "degraded"}),
        ("answer, err = claude(ctx, text)\n if err != nil { return \"\", err }", {"cross-vendor"}),
        ("answer, err := claude(ctx, text)\n if err != nil { return \"\", err }\n"
         "return answer, nil",
         {"cross-vendor"}),
        ("if spare, err := claude(ctx, text); err == nil { answer = spare }", {"cross-vendor"}),
    ],
)  # fmt: skip
def test_go_too(audit_tree: AuditTree, handler: str, words: set[str]) -> None:
    body = IN_GO.replace("HANDLER", handler)
    assert verdict_in_go(audit_tree, f"{SIGNATURE} {{\n{body}\n}}") in words
