"""JavaScript: which errors a handler is for, and what fetch does not throw."""

from __future__ import annotations

import pytest

from auditor.model.report import CallReport
from tests.linker.reading import AuditTree

HEAD = """
import OpenAI, { RateLimitError } from "openai";
import Anthropic from "@anthropic-ai/sdk";
import { APICallError, RetryError, generateText } from "ai";
const openai = new OpenAI();
const gpt = async (input) => await openai.responses.create({ model: "gpt-4o", input });
const other = { model: "claude-sonnet-4-0", max_tokens: 1, messages: [] };
const claude = async (input) => await new Anthropic().messages.create(other);
const OURS = new Set([400, 413, 422]);
const GONE = new Set([500, 503, 529]);
"""
FETCH = """
import Anthropic from "@anthropic-ai/sdk";
import axios from "axios";
const URL = "https://api.openai.com/v1/chat/completions";
const other = { model: "claude-sonnet-4-0", max_tokens: 1, messages: [] };
const claude = async (input) => await new Anthropic().messages.create(other);
"""


def judged(audit_tree: AuditTree, head: str, body: str) -> CallReport:
    """The call to the first vendor of the two."""
    report = audit_tree({"a.mjs": f"{head}\n{body}\n"})
    (call,) = [call for call in report.calls if call.vendors == ("openai",)]
    return call


def around(handler: str) -> str:
    return f"export async function run(x) {{ try {{ return await gpt(x); }} {handler} }}"


@pytest.mark.parametrize(
    "handler",
    [
        "catch (e) { if (e instanceof OpenAI.APIError) return await claude(x); throw e; }",
        "catch (e) { if (!(e instanceof OpenAI.APIError)) throw e; return await claude(x); }",
        "catch (e) { if (e instanceof TypeError) { throw e; } return await claude(x); }",
        "catch (e) { if (e.name === 'SyntaxError') throw e; return await claude(x); }",
        "catch (e) { console.error(e); if (e instanceof RateLimitError) { return await claude(x); }"
        " else { return await claude(x); } }",
        "catch (e) { if (e instanceof OpenAI.APIConnectionError"
        " || e instanceof OpenAI.InternalServerError) { return await claude(x); } throw e; }",
        # A list of statuses that are nobody's outage.
        "catch (e) { if (![400, 422].includes(e.status)) return await claude(x); throw e; }",
        "catch (e) { if (OURS.has(e.status)) throw e; return await claude(x); }",
    ],
)
def test_a_handler_for_what_an_outage_raises_covers(audit_tree: AuditTree, handler: str) -> None:
    assert judged(audit_tree, HEAD, around(handler)).verdict == "cross-vendor"


@pytest.mark.parametrize(
    ("handler", "leaks"),
    [
        (
            "catch (e) { if (e instanceof RateLimitError) return await claude(x); throw e; }",
            {"connect", "timeout", "5xx", "529"},
        ),
        (
            "catch (e) { if (e instanceof OpenAI.APIConnectionError) throw e;"
            " return await claude(x); }",
            {"connect", "timeout"},
        ),
        (
            "catch (e) { if (e instanceof OpenAI.InternalServerError) { return await claude(x); }"
            " if (e instanceof OpenAI.RateLimitError) { return await claude(x); } throw e; }",
            {"connect", "timeout"},
        ),
        # A dead host has no status.
        (
            "catch (e) { if ([429, 500, 502, 503, 504].includes(e.status)) return await claude(x);"
            " throw e; }",
            {"connect", "timeout", "529"},
        ),
        (
            "catch (e) { if (!GONE.has(e.status)) throw e; return await claude(x); }",
            {"connect", "timeout"},
        ),
    ],
)
def test_a_narrow_handler_leaks(audit_tree: AuditTree, handler: str, leaks: set[str]) -> None:
    call = judged(audit_tree, HEAD, around(handler))
    assert call.verdict == "none"
    assert not call.leaks or leaks <= set(call.leaks)


def test_a_handler_that_asks_for_more_than_the_type_is_not_trusted(audit_tree: AuditTree) -> None:
    handler = """catch (e) {
        if (e instanceof OpenAI.APIError && e.status === 503) { return await claude(x); }
        throw e;
      }"""
    assert judged(audit_tree, HEAD, around(handler)).verdict != "cross-vendor"


def test_a_list_that_fills_up_says_nothing_of_a_status(audit_tree: AuditTree) -> None:
    head = f"{HEAD}\nconst seen = new Set();\nexport const note = (s) => seen.add(s);"
    handler = "catch (e) { if (seen.has(e.status)) throw e; return await claude(x); }"
    assert judged(audit_tree, head, around(handler)).verdict == "unknown"


def test_an_error_that_was_tried_again_is_a_retry_error(audit_tree: AuditTree) -> None:
    narrow = """
        import { APICallError, RetryError, generateText } from "ai";
        import { anthropic } from "@ai-sdk/anthropic";
        import { openai } from "@ai-sdk/openai";

        export async function run(prompt) {
          try {
            return await generateText({ model: openai("gpt-4o"), prompt });
          } catch (error) {
            if (APICallError.isInstance(error)) {
              return await generateText({ model: anthropic("claude-sonnet-4-0"), prompt });
            }
            throw error;
          }
        }
    """
    report = audit_tree({"a.mjs": narrow})
    assert [call.verdict for call in report.calls if call.line == 7] == ["none"]


ANSWER = (
    "const r = await fetch(URL, { method: 'POST', body: JSON.stringify({ model: 'gpt-4o' }) });"
)


@pytest.mark.parametrize(
    ("looks", "verdict"),
    [
        ("if (!r.ok) throw new Error('no answer'); return await r.json();", "cross-vendor"),
        ("if (r.status >= 400) { throw new Error('no answer'); } return r;", "cross-vendor"),
        ("if (r.ok) { return await r.json(); } return await claude(x);", "cross-vendor"),
        ("return await r.json();", "none"),
        ("return r;", "none"),
    ],
)
def test_fetch_throws_no_status(audit_tree: AuditTree, looks: str, verdict: str) -> None:
    body = f"""
        export async function run(x) {{
          try {{ {ANSWER} {looks} }} catch (e) {{ return await claude(x); }}
        }}
    """
    assert judged(audit_tree, FETCH, body).verdict == verdict


def test_a_caller_may_look_at_the_status(audit_tree: AuditTree) -> None:
    body = f"""
        const post = async () => {{ {ANSWER} return r; }};
        export async function run(x) {{
          try {{
            const answer = await post();
            if (!answer.ok) throw new Error(answer.statusText);
            return await answer.json();
          }} catch (e) {{ return await claude(x); }}
        }}
    """
    assert judged(audit_tree, FETCH, body).verdict == "cross-vendor"


def test_axios_does(audit_tree: AuditTree) -> None:
    body = """
        export async function run(x) {
          try { return (await axios.post(URL, { model: "gpt-4o", messages: [] })).data; }
          catch (e) { return await claude(x); }
        }
    """
    assert judged(audit_tree, FETCH, body).verdict == "cross-vendor"


@pytest.mark.parametrize(
    ("setting", "verdict"),
    [("", "cross-vendor"), (", validateStatus: () => true", "none"), (", validateStatus", "none")],
)
def test_axios_throws_no_status_where_it_is_told_not_to(
    audit_tree: AuditTree, setting: str, verdict: str
) -> None:
    body = f"""
        const validateStatus = () => true;
        const http = axios.create({{ timeout: 1000{setting} }});
        export async function run(x) {{
          try {{ return (await http.post(URL, {{ model: "gpt-4o", messages: [] }})).data; }}
          catch (e) {{ return await claude(x); }}
        }}
    """
    assert judged(audit_tree, FETCH, body).verdict == verdict


@pytest.mark.parametrize(("code", "verdict"), [("1", "none"), ("", "none"), ("code", "degraded")])
def test_what_ends_the_program_is_no_handler_that_goes_on(
    audit_tree: AuditTree, code: str, verdict: str
) -> None:
    body = f"""
        export async function run(x, code) {{
          let answer;
          try {{ answer = await gpt(x); }} catch (e) {{ console.error(e); process.exit({code}); }}
          return answer ?? await claude(x);
        }}
    """
    assert judged(audit_tree, HEAD, body).verdict == verdict


def test_a_program_may_end_well(audit_tree: AuditTree) -> None:
    body = """
        async function main(x) {
          try { console.log(await gpt(x)); } catch (e) { console.log(await claude(x)); }
          process.exit(0);
        }
        main(process.argv[2]);
    """
    assert judged(audit_tree, HEAD, body).verdict == "cross-vendor"
