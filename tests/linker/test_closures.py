"""Functions that differ with what they take from the function around them."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, workflows

PYTHON = """
import openai
client = openai.OpenAI()

def again(ask):
    for attempt in range(2):
        try:
            return ask()
        except openai.APIError as error:
            last = error
    raise last

def run(text):
    for model in ["gpt-4o", "gpt-4o-mini"]:
        try:
            return again(lambda: client.chat.completions.create(model=model, messages=[text]))
        except openai.APIError:
            continue
    raise RuntimeError("nobody answers")
"""

JAVASCRIPT = """
import OpenAI from "openai";
const client = new OpenAI();
async function again(ask) {
  let last;
  for (let i = 0; i < 2; i++) { try { return await ask(); } catch (e) { last = e; } }
  throw last;
}
export async function run(input) {
  for (const model of ["gpt-4o", "gpt-4o-mini"]) {
    try {
      return await again(() => client.responses.create({ model, input }));
    } catch (e) { console.warn(model, e); }
  }
  throw new Error("nobody answers");
}
"""

CHOSEN = """
import OpenAI from "openai";
import Anthropic from "@anthropic-ai/sdk";
const gpt = async (input) => await new OpenAI().responses.create({ model: "gpt-4o", input });
const claude = async (x) => await new Anthropic().messages.create({ model: "claude-sonnet-4-0" });
const known = new Map([["gpt", gpt], ["claude", claude]]);
export async function run(x, first = "gpt") {
  const order = [first, ...Array.from(known.keys()).filter((name) => name !== first)];
  for (const name of order) { try { return await known.get(name)(x); } catch (e) { continue; } }
  throw new Error("nobody answers");
}
"""


@pytest.mark.parametrize(("name", "source"), [("a.py", PYTHON), ("a.mjs", JAVASCRIPT)])
def test_a_function_made_in_a_loop_asks_for_what_that_round_is_about(
    audit_tree: AuditTree, name: str, source: str
) -> None:
    (call,) = audit_tree({name: source}).calls
    assert call.models == ("gpt-4o", "gpt-4o-mini")
    assert call.verdict == "same-vendor"


def test_a_filter_is_asked_about_each_item_however_often(audit_tree: AuditTree) -> None:
    calls = audit_tree({"a.mjs": CHOSEN}).calls
    assert [c.verdict for c in calls if c.vendors == ("openai",)] == ["cross-vendor"]


@pytest.mark.parametrize(
    "body",
    [
        "    try:\n        INNER\n    except ValueError:\n        raise\n",
        "    if config.get('on'):\n        INNER\n    return False\n",
    ],
)
def test_a_function_keeps_the_names_of_a_block_that_returned(
    audit_tree: AuditTree, body: str
) -> None:
    inner = (
        "client = OpenAI()\n"
        '        @app.post("/ask")\n'
        "        def answer(text: str):\n"
        '            return client.responses.create(model="gpt-4o", input=text)\n'
        "        return True\n"
    )
    source = (
        "from fastapi import FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\n\n\n"
        f"def setup(config):\n{body.replace('INNER', inner)}\n\nsetup({{}})\n"
    )
    report = audit_tree({"a.py": source})
    (call,) = report.calls
    assert workflows(report) == {"POST /ask": [f"a.py:{call.line}"]}
