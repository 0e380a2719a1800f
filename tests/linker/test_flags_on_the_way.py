"""Names that say how a request went: flags, saved errors, lists of errors, and tests of them."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.test_go_fallbacks import SIGNATURE
from tests.linker.test_go_fallbacks import verdict as verdict_in_go
from tests.linker.two_vendors import verdict

LOOP = """
export async function run(x) {
  START
  for (const ask of [gpt, claude]) {
    try { text = await ask(x); BODY break; } catch (e) { HANDLER }
  }
  END
}
"""
TRY = """
export async function run(x) {
  let text = null, ok = false;
  try { text = await gpt(x); ok = true; } catch (e) { HANDLER }
  END
}
"""
SWITCH = """
export async function run(x) {
  let backup = false;
  LOOP {
    try {
      if (backup) return await SECOND(x);
      return await gpt(x);
    } catch (e) { if (backup) throw e; backup = true; }
  }
  throw new Error("none");
}
"""


def in_loop(start: str, body: str, handler: str, end: str) -> str:
    filled = LOOP.replace("START", f"let text = null; {start}").replace("BODY", body)
    return filled.replace("HANDLER", handler).replace("END", end)


def in_try(handler: str, end: str) -> str:
    return TRY.replace("HANDLER", handler).replace("END", end)


@pytest.mark.parametrize(
    ("start", "body", "handler", "end"),
    [
        ("const es = [];", "", "es.push(e);", "if (es.length) throw es[0]; return text;"),
        ("const es = [];", "", "es.push(e);", "if (es.length > 0) throw es[0]; return text;"),
        ("const es = [];", "", "es.push(e);", "return es.length === 0 ? text : null;"),
        ("let last = null;", "", "last = e;", "if (last) throw last; return text;"),
        ("let n = 0;", "", "n += 1;", "if (n > 0) throw new Error(); return text;"),
        (
            "let ok = false, last;", "ok = true;", "last = new Error(e.message);",
            "if (!ok || last) throw last; return text;",
        ),
        ("let bad = false;", "", "bad = true; continue;", "return bad ? null : text;"),
    ],
)  # fmt: skip
def test_what_is_raised_for_an_earlier_failure_is_no_cover(
    audit_tree: AuditTree, start: str, body: str, handler: str, end: str
) -> None:
    assert verdict(audit_tree, in_loop(start, body, handler, end)) in ("none", "degraded")


@pytest.mark.parametrize(
    ("start", "body", "handler", "end"),
    [
        ("const es = [];", "", "es.push(e);", "if (es.length) console.warn(es); return text;"),
        (
            "const es = [];", "", "es.push(e);",
            "if (!text && es.length) throw es[0]; return text;",
        ),
        ("let last = null;", "last = null;", "last = e;", "if (last) throw last; return text;"),
        (
            "let ok = false, last;", "ok = true;", "last = e;",
            "if (!ok && last) throw last; return text;",
        ),
        ("let ok = false;", "ok = true;", "console.log(e);", "return ok ? text : null;"),
    ],
)  # fmt: skip
def test_what_is_raised_where_all_have_failed_leaves_the_cover(
    audit_tree: AuditTree, start: str, body: str, handler: str, end: str
) -> None:
    assert verdict(audit_tree, in_loop(start, body, handler, end)) == "cross-vendor"


@pytest.mark.parametrize(
    ("handler", "end"),
    [
        ("text = await claude(x);", "if (!ok) throw new Error(); return text;"),
        ("text = await claude(x);", "return ok ? text : null;"),
        ("text = await claude(x);", "if (ok === false) return null; return text;"),
        ("text = {};", "if (text) return text; return await claude(x);"),
        ("console.log(e);", "if (ok) text = await claude(x); return text;"),
    ],
)
def test_a_flag_that_only_the_body_sets_is_seen(
    audit_tree: AuditTree, handler: str, end: str
) -> None:
    assert verdict(audit_tree, in_try(handler, end)) in ("none", "degraded")


@pytest.mark.parametrize(
    ("handler", "end"),
    [
        ("text = await claude(x); ok = true;", "return ok ? text : null;"),
        ("console.log(e);", "if (!ok) text = await claude(x); return text;"),
        ("ok = false;", "return ok ? text : await claude(x);"),
    ],
)
def test_a_flag_that_leads_to_the_other_vendor_is_followed(
    audit_tree: AuditTree, handler: str, end: str
) -> None:
    assert verdict(audit_tree, in_try(handler, end)) == "cross-vendor"


@pytest.mark.parametrize(
    ("loop", "second", "words"),
    [
        ("while (true)", "claude", ("cross-vendor",)),
        ("while (true)", "gpt", ("none",)),
        ("for (const once of [1])", "claude", ("none",)),
    ],
)
def test_a_loop_that_turns_to_the_other_vendor_asks_it_in_its_next_round(
    audit_tree: AuditTree, loop: str, second: str, words: tuple[str, ...]
) -> None:
    body = SWITCH.replace("LOOP", loop).replace("SECOND", second)
    assert verdict(audit_tree, body) in words


GO_LOOP = """
var errs []error
var out string
for _, ask := range []func(context.Context, string) (string, error){gpt, claude} {
  got, err := ask(ctx, text)
  if err == nil { out = got; break }
  errs = append(errs, err)
}
END
"""
GO_TWICE = """
ok := false
out, err := gpt(ctx, text)
firstErr := err
if err != nil { out, err = claude(ctx, text) } else { ok = true }
END
"""


@pytest.mark.parametrize(
    ("body", "end", "words"),
    [
        (GO_LOOP, "return out, errors.Join(errs...)", ("none",)),
        (GO_LOOP, 'if len(errs) > 0 { return "", errs[0] }; return out, nil', ("none",)),
        (
            GO_LOOP, 'if out == "" { return "", errors.Join(errs...) }; return out, nil',
            ("cross-vendor",),
        ),
        (GO_TWICE, 'if !ok { return "", errors.New("failed") }; return out, err', ("none",)),
        (GO_TWICE, 'if firstErr != nil { return "", firstErr }; return out, err', ("none",)),
        (GO_TWICE, 'if err != nil { return "", firstErr }; return out, nil', ("cross-vendor",)),
    ],
)  # fmt: skip
def test_go_too(audit_tree: AuditTree, body: str, end: str, words: tuple[str, ...]) -> None:
    body = f"{SIGNATURE} {{{body.replace('END', end)}}}"
    assert verdict_in_go(audit_tree, body) in words


SETTINGS = """
type Config struct { key string }
func (c *Config) validate() error {
  var errs []error
  if c.key == "" { errs = append(errs, errors.New("key")) }
  return errors.Join(errs...)
}
func load() (*Config, error) {
  c := &Config{key: os.Getenv("APP_NAME")}
  return c, c.validate()
}
"""


def test_a_list_of_errors_with_nothing_in_it_is_none(audit_tree: AuditTree) -> None:
    run = """
    _, err := load()
    if err != nil { return "", err }
    answer, err := gpt(ctx, text)
    if err != nil { return claude(ctx, text) }
    return answer, nil
    """
    assert verdict_in_go(audit_tree, f"{SETTINGS}\n{SIGNATURE} {{{run}}}") == "cross-vendor"
