"""Items that are chosen from a list in a script: ``providers.filter((p) => ...)``."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.two_vendors import HEAD, verdict

ALL = 'const all = [{ name: "a", ask: gpt, on: true }, { name: "b", ask: claude, on: true }];\n'
USED = 'const used = ["a", "b"];\nconst valid = new Set(used);\nconst down = new Set();\n'


@pytest.mark.parametrize(
    ("test", "words"),
    [
        # Nobody knows which of them, or how many.
        ("p.name === wanted", {"none", "unknown"}),
        ("wanted === p.name", {"none", "unknown"}),
        ("user.allowed.includes(p.name)", {"none", "unknown"}),
        ("new Set(user.allowed).has(p.name)", {"none", "unknown"}),
        ('p.name === "a"', {"none"}),
        ('["a"].includes(p.name)', {"none"}),
        # All of them, or all that are well.
        ("used.includes(p.name)", {"cross-vendor"}),
        ("valid.has(p.name)", {"cross-vendor"}),
        ("p.on === true", {"cross-vendor"}),
        ("p.ask", {"cross-vendor"}),
        ("!down.has(p.name)", {"cross-vendor"}),
    ],
)
def test_what_is_chosen(audit_tree: AuditTree, test: str, words: set[str]) -> None:
    body = (
        f"{ALL}{USED}export async function run(x, wanted, user) {{\n"
        f"  for (const p of all.filter((p) => {test})) {{\n"
        "    try { return await p.ask(x); } catch { down.add(p.name); }\n  }\n"
        "  throw new Error();\n}"
    )
    assert verdict(audit_tree, body) in words


FIELD = """
class Bot {
  private spare?: Anthropic;
  constructor(on) { FILL }
  enable() { ENABLE }
  async ask(x) {
    try { return await gpt(x); } catch (e) {
      if (!this.spare) throw e;
      return await this.spare.messages.create(other);
    }
  }
}
export const run = (x, on) => new Bot(on).ask(x);
"""
MADE = "this.spare = new Anthropic();"


@pytest.mark.parametrize(
    ("fill", "enable", "word"),
    [
        (MADE, "", "cross-vendor"),
        (f"if (process.env.ANTHROPIC_API_KEY) {MADE}", "", "cross-vendor"),
        (f"if (on) {MADE}", "", "unknown"),
        (f"if (process.env.SPARE === 'on') {MADE}", "", "unknown"),
        ("", MADE, "unknown"),
    ],
)
@pytest.mark.parametrize("declared", ["?: Anthropic", ": Anthropic | undefined"])
def test_a_field_that_may_never_be_filled(
    audit_tree: AuditTree, fill: str, enable: str, word: str, declared: str
) -> None:
    body = FIELD.replace("FILL", fill).replace("ENABLE", enable)
    source = body.replace("?: Anthropic", declared)
    head_of_tree = audit_tree({"a.ts": f"{HEAD}\n{source}"})
    (call,) = [call for call in head_of_tree.calls if call.line == 3]
    assert call.verdict == word
