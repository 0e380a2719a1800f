"""What stands behind a call in JavaScript: handlers, chains, races, and what looks like them."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.two_vendors import verdict


@pytest.mark.parametrize(
    "body",
    [
        "export async function run(x) { try { return await gpt(x); } catch { return claude(x); } }",
        "export const run = (x) => gpt(x).catch(() => claude(x));",
        "export const run = (x) => gpt(x).then((a) => a, () => claude(x));",
        "export const run = (x) => gpt(x).then((a) => a.output_text).catch((e) => claude(x));",
        "export const run = (x) => Promise.any([gpt(x), claude(x)]);",
        "export async function run(x) {\n"
        "  for (const ask of [gpt, claude]) {\n"
        "    try { return await ask(x); } catch (e) { continue; }\n  }\n"
        "  throw new Error();\n}",
        # Candidates are taken out of a list, or counted by the function that calls itself.
        "export async function run(x) {\n"
        "  const waiting = [gpt, claude];\n"
        "  while (waiting.length > 0) {\n"
        "    const ask = waiting.shift();\n"
        "    try { return await ask(x); } catch (e) { continue; }\n  }\n"
        "  throw new Error();\n}",
        "const all = [gpt, claude];\nasync function ask(x, n = 0) {\n"
        "  try { return await all[n](x); }\n"
        "  catch (e) { if (n + 1 < all.length) return ask(x, n + 1); throw e; }\n}\n"
        "export async function run(x) { return await ask(x); }",
        # Clients are kept in a map under keys that nobody knows.
        "const kept = new Map();\nconst of = (name, ask) => {\n"
        "  if (!kept.has(name)) kept.set(name, { ask });\n  return kept.get(name);\n};\n"
        "export async function run(x, mine) {\n"
        "  try { return await of(mine, gpt).ask(x); } catch { return await claude(x); }\n}",
        # What stands in for a failed answer is no answer, and that is asked.
        "export async function run(x) {\n  const r = await gpt(x).catch(() => null);\n"
        "  if (!r) return await claude(x);\n  return r;\n}",
        "export const run = async (x) => (await gpt(x).catch(() => {})) ?? (await claude(x));",
        # Whichever of them has answered.
        "export async function run(x) {\n"
        "  const all = await Promise.allSettled([gpt(x), claude(x)]);\n"
        "  const good = all.find((r) => r.status === 'fulfilled');\n"
        "  if (!good) throw new Error();\n  return good.value;\n}",
        # Waited for inside the try.
        "export async function run(x) { try { const r = gpt(x); return await r; }"
        " catch { return claude(x); } }",
        # What is handed on has been waited for, though nobody waits for whom it is handed to.
        "export async function run(x, res) { try { return res.json(await gpt(x)); }"
        " catch { return res.json(await claude(x)); } }",
        "export async function run(x, res) { try { res.json({ text: (await gpt(x)).text }); }"
        " catch { res.json(await claude(x)); } }",
        "export async function run(x) { try { const kept = keep(await gpt(x)); return kept; }"
        " catch { return claude(x); } }",
        # A record of one's own says whether there is an answer.
        "const safe = async (x) => {\n  try { return { ok: true, answer: await gpt(x) }; }"
        " catch (e) { return { ok: false }; }\n};\n"
        "export async function run(x) {\n"
        "  const r = await safe(x);\n  if (!r.ok) return await claude(x);\n  return r.answer;\n}",
        # A key by its name, or by a name that is put together.
        "export async function run(x) {\n  try { return await gpt(x); } catch (e) {\n"
        "    const key = process.env['ANTHROPIC_API_KEY'];\n    if (!key) throw e;\n"
        "    return await claude(x);\n  }\n}",
        "const keyOf = (name) => process.env[`${name.toUpperCase()}_API_KEY`];\n"
        "export async function run(x, name) {\n  try { return await gpt(x); } catch (e) {\n"
        "    if (!keyOf(name)) throw e;\n    return await claude(x);\n  }\n}",
        # A handler with a name of its own, which asks the error it is handed.
        "const rescue = (e, x) => { if (e.status === 400) throw e; return claude(x); };\n"
        "export const run = (x) => gpt(x).catch((e) => rescue(e, x));",
        "export const run = (x) => gpt(x).catch((e) => {"
        " if ([400, 422].includes(e.status)) throw e; return claude(x); });",
        # The rest of a list behind its first.
        "const all = [gpt, claude];\nexport async function run(x) {\n"
        "  try { return await all[0](x); } catch (e) {\n"
        "    for (const ask of all.slice(1)) { try { return await ask(x); } catch {} }\n"
        "    throw e;\n  }\n}",
        # Functions that are made in a loop, each for its own round.
        "export async function run(x) {\n  const tries = [];\n"
        "  for (const ask of [gpt, claude]) tries.push(() => ask(x));\n"
        "  for (const one of tries) { try { return await one(); } catch {} }\n"
        "  throw new Error();\n}",
        "const all = [{ ask: gpt }, { ask: claude }];\n"
        "for (const one of all) { const { ask } = one; one.run = (x) => ask(x); }\n"
        "export async function run(x) {\n"
        "  for (const one of all) { try { return await one.run(x); } catch {} }\n"
        "  throw new Error();\n}",
    ],
)
def test_another_vendor_answers(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "cross-vendor"


@pytest.mark.parametrize(
    "body",
    [
        # The promise is given back before it fails: the handler never runs.
        "export async function run(x) { try { return gpt(x); } catch { return claude(x); } }",
        # So it is here: somebody waits for it after the try, or nobody does.
        "export async function run(x) {\n  let r;\n  try { r = gpt(x); }"
        " catch { r = claude(x); }\n  return await r;\n}",
        "export function run(x, done) {\n  try { gpt(x).then(done); }"
        " catch { claude(x).then(done); }\n}",
        "export async function run(x) { try { void gpt(x); } catch { await claude(x); } }",
        "export const run = (x) => Promise.race([gpt(x), claude(x)]);",
        "export const run = (x) => Promise.all([gpt(x), claude(x)]);",
        "export const run = (x) => gpt(x).catch((e) => { throw e; });",
        "export const run = (x) => gpt(x).finally(() => claude(x));",
        "export async function run(x) { await gpt(x); return claude(x); }",
        "export async function run(x) { try { return await gpt(x); } catch (e) { throw e; } }",
        # Asked, and the error goes on all the same.
        "export const run = (x) => gpt(x).catch((e) => { claude(x); throw e; });",
        "export const run = (x) => gpt(x).catch(async (e) => { log(await claude(x)); throw e; });",
        "const note = async (e, x) => { log(await claude(x)); throw e; };\n"
        "export async function run(x) { try { return await gpt(x); }"
        " catch (e) { return await note(e, x); } }",
        # A handler of another name that is for too little.
        "const rescue = (e, x) => { if (e.status >= 500) return claude(x); throw e; };\n"
        "export const run = (x) => gpt(x).catch((e) => rescue(e, x));",
        # A part of the list that has but one of them.
        "export async function run(x) {\n"
        "  for (const ask of [gpt, claude].slice(0, 1)) { try { return await ask(x); } catch {} }\n"
        "  throw new Error();\n}",
        # One name for all rounds: what is made in them asks the last.
        "export async function run(x) {\n  const tries = [];\n  let ask;\n"
        "  for (ask of [claude, gpt]) tries.push(() => ask(x));\n"
        "  for (const one of tries) { try { return await one(); } catch {} }\n"
        "  throw new Error();\n}",
    ],
)
def test_nobody_stands_behind_it(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "none"


@pytest.mark.parametrize(
    "body",
    [
        'export const run = (x) => gpt(x).catch(() => "sorry");',
        'export async function run(x) { try { return await gpt(x); } catch { return "sorry"; } }',
    ],
)
def test_an_apology_is_no_answer(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "degraded"


FETCHED = """
import Anthropic from "@anthropic-ai/sdk";
const other = { model: "claude-sonnet-4-0", max_tokens: 1, messages: [] };
const claude = async (input) => await new Anthropic().messages.create(other);
const headers = { Authorization: `Bearer ${process.env.OPENAI_API_KEY}` };
const body = JSON.stringify({ model: "gpt-4o", messages: [] });
const url = "https://api.openai.com/v1/chat/completions";
const send = { method: "POST", headers, body };
"""


def fetched(audit_tree: AuditTree, lines: str) -> str:
    """The verdict on a plain request, read by these lines, with another vendor in the handler."""
    reading = f"const res = await fetch(url, send);\n{lines}"
    body = (
        f"export async function run(x) {{ try {{\n{reading}\n}} catch (e) {{ {LATER} }} {LATER} }}"
    )
    report = audit_tree({"a.mjs": f"{FETCHED}\n{body}\n"})
    (call,) = [call for call in report.calls if "openai" in call.vendors]
    return call.verdict


LATER = "return await claude(x);"


@pytest.mark.parametrize(
    "lines",
    [
        # Reading a part of what is missing throws.
        "const data = await res.json(); return data.choices[0].message.content;",
        "const { choices } = await res.json(); return choices[0].message.content;",
        "const data = JSON.parse(await res.text()); const c = data.choices[0]; return c;",
        # What is asked for with care is missing, and the code looks.
        "const data = await res.json(); const t = data.choices?.[0]?.text; if (t) return t;",
        "const data = await res.json(); const t = data?.choices?.[0]?.text || ''; if (t) return t;",
        "const data = await res.json(); if (!data.choices) throw new Error('no'); return data;",
        "const data = await res.json(); if (data.error) throw new Error('no'); return data;",
        "const data = await res.json(); const c = data.choices ?? []; if (c.length > 0) return c;",
        "if (!res.ok) throw new Error('no'); return await res.json();",
    ],
)
def test_an_error_page_is_noticed(audit_tree: AuditTree, lines: str) -> None:
    assert fetched(audit_tree, lines) == "cross-vendor"


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        # The error page is given back as it is, or what is missing in it is nothing.
        ("return await res.json();", "none"),
        ("const data = await res.json(); return data;", "none"),
        ("const data = await res.json(); return data.choices?.[0]?.text;", "degraded"),
        ("const data = await res.json(); return data.choices?.[0]?.text || '';", "degraded"),
        ("const data = await res.json(); return data.choices && data.choices[0].text;", "degraded"),
    ],
)
def test_an_error_page_goes_by_unnoticed(audit_tree: AuditTree, lines: str, word: str) -> None:
    assert fetched(audit_tree, lines) == word


@pytest.mark.parametrize("name", ["ENABLE_SECOND", "BACKUP_MODE"])
def test_a_setting_is_none_the_less_one_where_it_is_read_by_its_name(
    audit_tree: AuditTree, name: str
) -> None:
    body = (
        "export async function run(x) { try { return await gpt(x); } catch (e) {"
        " if (SWITCH !== 'on') throw e; return await claude(x); } }"
    )
    dotted = verdict(audit_tree, body.replace("SWITCH", f"process.env.{name}"))
    assert verdict(audit_tree, body.replace("SWITCH", f"process.env['{name}']")) == dotted


@pytest.mark.parametrize(
    ("condition", "word"),
    [("process.env.SPARE === 'on'", "unknown"), ("process.env.ANTHROPIC_API_KEY", "cross-vendor")],
)
def test_a_field_that_a_constructor_may_leave_empty(
    audit_tree: AuditTree, condition: str, word: str
) -> None:
    body = (
        "class Bot {\n  spare = null;\n"
        f"  constructor() {{ if ({condition}) this.spare = new Anthropic(); }}\n"
        "  async ask(x) {\n    try { return await gpt(x); } catch (e) {\n"
        "      if (!this.spare) throw e;\n      return await this.spare.messages.create(other);\n"
        "    }\n  }\n}\nexport const run = (x) => new Bot().ask(x);"
    )
    assert verdict(audit_tree, body) == word


@pytest.mark.parametrize(
    ("handler", "word"),
    [
        ("() => { claude(x); }", "degraded"),
        ("async (e) => { console.error(e); await claude(x); }", "degraded"),
        ("(e) => { console.error(e); return claude(x); }", "cross-vendor"),
        # The answer goes on from there.
        ("async () => { res.send(await claude(x)); }", "cross-vendor"),
        ("() => { claude(x).then((t) => { res.send(t); }); }", "cross-vendor"),
        ("() => { say(x, res); }", "cross-vendor"),
    ],
)
def test_a_handler_of_a_promise_gives_back_what_it_asks_for(
    audit_tree: AuditTree, handler: str, word: str
) -> None:
    body = (
        "const say = async (x, res) => { res.send(await claude(x)); };\n"
        "export async function run(x, res) {\n"
        f"  const text = await gpt(x).catch({handler});\n  return text;\n}}"
    )
    assert verdict(audit_tree, body) == word


def test_what_is_waited_for_one_by_one_is_no_race(audit_tree: AuditTree) -> None:
    body = "export const run = async (x) => await Promise.any([await gpt(x), await claude(x)]);"
    assert verdict(audit_tree, body) == "none"


@pytest.mark.parametrize(
    "report",
    [
        "function report(e) { throw new Error('down', { cause: e }); }",
        "function report(e) { console.error(e); process.exit(2); }",
        "const report = (e) => { if (e.status) throw new TypeError(); else throw new Error(); };",
    ],
)
def test_a_function_that_always_throws_ends_the_handler(audit_tree: AuditTree, report: str) -> None:
    body = (
        f"{report}\nexport async function run(x) {{\n"
        "  try { return await gpt(x); } catch (e) { report(e); return await claude(x); }\n}"
    )
    assert verdict(audit_tree, body) == "none"


@pytest.mark.parametrize(
    "report",
    [
        "function report(e) { if (!console) throw e; console.error(e); }",
        "function report(e) { if (console) return; throw new Error(); }",
    ],
)
def test_a_function_that_may_throw_does_not_end_the_handler(
    audit_tree: AuditTree, report: str
) -> None:
    body = (
        f"{report}\n"
        "export async function run(x) {\n"
        "  try { return await gpt(x); } catch (e) { report(e); return await claude(x); }\n}"
    )
    assert verdict(audit_tree, body) == "cross-vendor"


SETTLED = (
    "export async function run(x) {\n"
    "  const all = await Promise.allSettled([gpt(x), claude(x)]);\n  BODY\n}"
)
GOOD = "all.find((r) => r.status === 'fulfilled')"
BAD = "all.filter((r) => r.status === 'rejected')"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"const bad = {BAD};\n if (bad.length > 0) throw bad[0].reason;\n return {GOOD}.value;",
         {"none", "degraded"}),
        (f"const good = {GOOD};\n if (!good) throw all[0].reason;\n const bad = {BAD};\n"
         "if (bad.length) throw new Error('some');\n return good.value;", {"none", "degraded"}),
        (f"if (all.some((r) => r.status === 'rejected')) throw new Error();\n return {GOOD}.value;",
         {"none", "degraded"}),
        (f"for (const r of all) if (r.status === 'rejected') throw r.reason;\n"
         f"return {GOOD}.value;", {"none", "degraded"}),
        (f"const good = {GOOD};\n if (good) return good.value;\n const bad = {BAD};\n"
         "if (bad.length) throw bad[0].reason;", {"cross-vendor"}),
        (f"const bad = {BAD};\n if (bad.length === all.length) throw new Error('all');\n"
         f"if (bad.length > 0) console.warn(bad);\n return {GOOD}.value;", {"cross-vendor"}),
        (f"const good = {GOOD};\n if (!good) throw all[0].reason;\n return good.value;",
         {"cross-vendor"}),
    ],
)  # fmt: skip
def test_a_rejected_result_that_is_thrown(
    audit_tree: AuditTree, body: str, words: set[str]
) -> None:
    assert verdict(audit_tree, SETTLED.replace("BODY", body)) in words
