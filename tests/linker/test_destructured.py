"""Parts of what a function gives back under names of their own: ``const { data, error } = ...``."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.two_vendors import verdict

FIELDS = """
async function attempt(ask) {
  try { return { data: await ask(), error: null }; } catch (error) { return { data: null, error }; }
}
"""
SUCCESS = """
async function attempt(ask) {
  try {
    return { ok: true, data: await ask() };
  } catch (error) {
    return { ok: false, data: null };
  }
}
"""
PLAIN = "async function attempt(ask) { return { data: await ask(), error: null }; }"
RUN = "HEAD\nexport async function run(x) { BODY }"
LOOP = """
let last;
for (const ask of [gpt, claude]) {
  const { data, error } = await attempt(() => ask(x));
  TEST
  last = error;
}
throw last;
"""
FIRST = "const { data, error } = await attempt(() => gpt(x));"
SECOND = "const { data: other, error: worse } = await attempt(() => claude(x));"


def program(head: str, body: str) -> str:
    return RUN.replace("HEAD", head).replace("BODY", body)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (FIELDS, LOOP.replace("TEST", "if (!error) return data;")),
        (FIELDS, LOOP.replace("TEST", "if (data !== null) return data;")),
        (
            FIELDS,
            f"{FIRST} if (!error) return data; {SECOND} if (worse) throw worse; return other;",
        ),
        (FIELDS, f"{FIRST} return data ?? (await claude(x));"),
        (
            SUCCESS,
            "const { ok, data } = await attempt(() => gpt(x)); "
            "if (ok) return data; return await claude(x);",
        ),
    ],
)
def test_a_part_that_says_it_failed_leads_to_the_other_vendor(
    audit_tree: AuditTree, head: str, body: str
) -> None:
    assert verdict(audit_tree, program(head, body)) == "cross-vendor"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (FIELDS, LOOP.replace("TEST", "if (error) throw error; return data;")),
        (FIELDS, LOOP.replace("TEST", "return data;")),
        (FIELDS, f"{FIRST} {SECOND} if (error) throw error; return other;"),
        (FIELDS, f"{FIRST} {SECOND} if (!data) return null; return other;"),
        (FIELDS, f"{FIRST} if (data) return (await claude(x)).content; throw error;"),
        (FIELDS, f"{FIRST} if (error) console.log(error); return data;"),
        (PLAIN, f"{FIRST} if (!error) return data; return await claude(x);"),
    ],
)
def test_a_part_that_leads_elsewhere_is_no_cover(
    audit_tree: AuditTree, head: str, body: str
) -> None:
    assert verdict(audit_tree, program(head, body)) in ("none", "degraded")
