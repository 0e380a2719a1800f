"""Patches of scripts: what they change, in the file's own style, and that nothing else changes."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.languages.javascript.places import Part, places_of
from auditor.remedy.scripts.script import Script
from auditor.settings import Settings
from auditor.settings.records import Policy
from tests.remedy.conftest import Mend, changed, reasons

PLAIN = """
import OpenAI from "openai";

const client = new OpenAI();

export async function main(text: string) {
  const reply = await client.chat.completions.create({
    model: "gpt-4o",
    messages: [{ role: "user", content: text }], // as it came
  });
  return reply.choices[0].message.content;
}
"""
BY_HAND = """
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";

const gpt = new OpenAI({ timeout: 15_000, maxRetries: 1 }); // half a minute

export async function main(text: string) {
  const messages = [{ role: "user", content: text }];
  try {
    return await gpt.chat.completions.create({ model: "gpt-4o", messages });
  } catch (e) {
    if (e instanceof OpenAI.RateLimitError) {
      return new Anthropic().messages.create({ model: "claude-opus-4-8", max_tokens: 9, messages });
    }
    throw e;
  }
}
"""


def test_a_call_is_led_through_a_function_that_asks_both(mend_tree: Mend) -> None:
    mended = mend_tree({"app.ts": PLAIN}, "mistral")
    [patch] = mended.patches
    assert patch.says == "ask Mistral AI when OpenAI fails"
    lines = changed(mended, "app.ts")
    says = "Asks with the client; when that fails, asks Mistral AI, whose answer has the same form."
    assert lines[0] == f"/** {says} */"
    assert lines[-1] == "const reply = await chatOrMistral(client, {"
    assert mended.after["app.ts"].endswith(PLAIN.split("create({", 1)[1])
    assert "request: OpenAI.Chat.ChatCompletionCreateParamsNonStreaming)" in mended.after["app.ts"]
    assert "apiKey: process.env.MISTRAL_API_KEY," in lines


def test_a_patched_script_has_nothing_left_to_patch(mend_tree: Mend) -> None:
    after = mend_tree({"app.ts": PLAIN}, "mistral", checks=("no-fallback",)).after
    again = mend_tree(after, "mistral", checks=("no-fallback",))
    assert (again.patches, again.refusals) == ((), ())


def test_the_function_is_written_as_the_file_is(mend_tree: Mend) -> None:
    code = """
        const { OpenAI } = require('openai')

        const client = new OpenAI()

        module.exports.main = async (text) => {
            const messages = [{ role: 'user', content: text }]
            return await client.chat.completions.create({ model: 'gpt-4o', messages })
        }
        """
    mended = mend_tree({"app.cjs": code}, "google")
    own = mended.after["app.cjs"].split("const client")[0]
    assert "async function chatOrGoogle(client, request) {\n    try {\n        return await" in own
    assert "        const other = new OpenAI({\n            baseURL: 'https://" in own
    assert not [line for line in own.splitlines() if line.endswith(";")]


@pytest.mark.parametrize(("first", "second"), [("^2.0.42", "^2.0.0"), ("^0.0.51", "0.0.x")])
def test_what_the_second_vendor_needs_is_imported_and_declared(
    mend_tree: Mend, first: str, second: str
) -> None:
    files = {
        "src/app.ts": """
            import { openai } from "@ai-sdk/openai";
            import { generateText } from "ai";

            export async function main(prompt: string) {
              const { text } = await generateText({
                model: openai("gpt-4o"),
                prompt,
              });
              return text;
            }
            """,
        "package.json": """
            {
              "dependencies": {
                "@ai-sdk/openai": "^2.0.42",
                "ai": "^5.0.0"
              }
            }
            """,
        ".env.example": "OPENAI_API_KEY=sk-...\n",
    }
    files["package.json"] = files["package.json"].replace("^2.0.42", first)
    mended = mend_tree(files, "anthropic")
    [patch] = mended.patches
    new = "@ai-sdk/anthropic is new in package.json: install a release that goes with the others"
    assert new in patch.notes
    assert changed(mended, ".env.example") == ["ANTHROPIC_API_KEY="]
    assert changed(mended, "package.json") == [f'"@ai-sdk/anthropic": "{second}",']
    lines = changed(mended, "src/app.ts")
    assert 'import { anthropic } from "@ai-sdk/anthropic";' in lines
    assert 'import { generateText, type LanguageModel } from "ai";' in lines
    call = 'const { text } = await orAnthropic(openai("gpt-4o"), (more) => generateText({'
    assert [line for line in lines if "orAnthropic(" in line][-1] == call
    assert lines[-2:] == ["...more,", "}));"]


def test_a_key_that_two_patches_need_is_declared_once(mend_tree: Mend) -> None:
    other = """
        import Anthropic from "@anthropic-ai/sdk";

        export async function ask(text: string) {
          return new Anthropic().messages.create({
            model: "claude-opus-4-8", max_tokens: 9, messages: [{ role: "user", content: text }],
          });
        }
        """
    keys = "OPENAI_API_KEY=\nPORT=80\nANTHROPIC_API_KEY=\n"
    files = {"app.ts": PLAIN, "other.ts": other, ".env.example": keys}
    mended = mend_tree(files, "mistral", checks=("no-fallback",))
    assert len(mended.patches) == 2
    assert mended.after[".env.example"] == keys.replace("PORT", "MISTRAL_API_KEY=\nPORT")


def test_a_condition_takes_what_stands_above_its_type(mend_tree: Mend) -> None:
    mended = mend_tree({"app.ts": BY_HAND}, checks=("narrow-fallback",), unsafe=False)
    assert changed(mended, "app.ts") == ["if (e instanceof OpenAI.APIError) {"]
    [patch] = mended.patches
    assert patch.says == "catch OpenAI.APIError, not RateLimitError alone"


def test_several_types_of_a_condition_give_way_to_one(mend_tree: Mend) -> None:
    code = BY_HAND.replace("import OpenAI", "import OpenAI, { RateLimitError, NotFoundError }")
    code = code.replace(
        "(e instanceof OpenAI.RateLimitError)",
        "(e instanceof RateLimitError || e instanceof NotFoundError)",
    )
    mended = mend_tree({"app.ts": code}, checks=("narrow-fallback",))
    assert changed(mended, "app.ts") == [
        'import OpenAI, { RateLimitError, NotFoundError, APIError } from "openai";',
        "if (e instanceof APIError) {",
    ]


def test_a_condition_that_leaves_the_rest_to_another_is_left_alone(mend_tree: Mend) -> None:
    code = BY_HAND.replace(
        "    throw e;\n",
        '    if (e instanceof OpenAI.APIConnectionError) return "later";\n    throw e;\n',
    )
    mended = mend_tree({"app.ts": code}, checks=("narrow-fallback",))
    assert mended.patches == ()
    assert reasons(mended) == ["the condition at app.ts:14 takes what this one leaves"]


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        ("new OpenAI()", "new OpenAI({ timeout: 20000, maxRetries: 1 })"),
        ("new OpenAI", "new OpenAI({ timeout: 20000, maxRetries: 1 })"),
        (
            "new OpenAI({ timeout: 600_000 })",
            "new OpenAI({ timeout: 20000, maxRetries: 1 })",
        ),
        (
            "new OpenAI({ apiKey: process.env.KEY })",
            "new OpenAI({ apiKey: process.env.KEY, timeout: 20000, maxRetries: 1 })",
        ),
    ],
)
def test_a_fallback_that_would_come_too_late_is_made_quick(
    mend_tree: Mend, given: str, becomes: str
) -> None:
    code = BY_HAND.replace("OpenAI.RateLimitError", "OpenAI.APIError")
    code = code.replace("new OpenAI({ timeout: 15_000, maxRetries: 1 })", given)
    mended = mend_tree({"app.ts": code}, checks=("slow-failover",))
    assert changed(mended, "app.ts") == [f"const gpt = {becomes}; // half a minute"]


def test_times_in_scripts_are_milliseconds(mend_tree: Mend) -> None:
    code = BY_HAND.replace("OpenAI.RateLimitError", "OpenAI.APIError")
    mended = mend_tree({"app.ts": code}, checks=("slow-failover",))
    assert (mended.patches, mended.refusals) == ((), ())
    settings = Settings(policy=Policy(max_failover_seconds=10))
    mended = mend_tree({"app.ts": code}, checks=("slow-failover",), settings=settings)
    assert changed(mended, "app.ts") == [
        "const gpt = new OpenAI({ timeout: 5000, maxRetries: 1 }); // half a minute"
    ]


def test_the_second_leg_is_given_a_model_of_its_own(mend_tree: Mend) -> None:
    code = BY_HAND.replace("if (e instanceof OpenAI.RateLimitError) {", "{")
    code = code.replace("claude-opus-4-8", "gpt-4o").replace("    throw e;\n", "")
    mended = mend_tree({"app.ts": code}, checks=("wrong-model-fallback",))
    [patch] = mended.patches
    assert (patch.kind, patch.says) == ("own-model", "ask Anthropic for claude-sonnet-5-5")
    assert len(changed(mended, "app.ts")) == 1


SOFT = """
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";

const gpt = new OpenAI({ timeout: 15_000, maxRetries: 1 });

async function soft(messages) {
  try {
    return await gpt.chat.completions.create({ model: "gpt-4o", messages });
  } catch (e) {
    console.log(e);
    return null;
  }
}

export async function main(messages) {
  try {
    return await soft(messages);
  } catch {
    return new Anthropic().messages.create({ model: "claude-opus-4-8", max_tokens: 9, messages });
  }
}
"""


@pytest.mark.parametrize(
    ("old", "new", "becomes"),
    [
        ("", "", ["throw e;"]),
        ("    return null;\n", "", ["throw e;"]),
        ("catch (e) {\n    console.log(e);", "catch {", ["} catch (error) {", "throw error;"]),
    ],
)
def test_an_error_is_let_through_to_the_fallback(
    mend_tree: Mend, old: str, new: str, becomes: list[str]
) -> None:
    mended = mend_tree({"app.js": SOFT.replace(old, new, 1)}, checks=("unreachable-fallback",))
    [patch] = mended.patches
    assert (patch.kind, patch.is_safe) == ("let-through", False)
    assert [line for line in changed(mended, "app.js") if line != "throw e;"] == [
        line for line in becomes if line != "throw e;"
    ]
    assert becomes[-1] in mended.after["app.js"].split("async function main")[0]


def test_where_the_call_is_in_the_way_there_is_code_to_begin_with(mend_tree: Mend) -> None:
    code = PLAIN.replace("messages: [", "tools: [], messages: [")
    [refusal] = mend_tree({"app.ts": code}, "mistral", checks=("no-fallback",)).refusals
    assert refusal.paste.startswith("/** Asks with the client; when that fails, asks Mistral AI,")
    assert "apiKey: process.env.MISTRAL_API_KEY," in refusal.paste
    assert refusal.paste.endswith("}\n")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("messages: [", "tools: [], messages: [", "another vendor takes tools in another form"),
        ("messages: [", "...more, messages: [", "the call takes arguments from elsewhere"),
        ("}], // as", "}, await f()], // as", "something is awaited inside the arguments"),
        ("  });\n  return", "  }, { timeout: 5 });\n  return", "the call has options of its own"),
        (
            "new OpenAI()",
            "new OpenAI({ dangerouslyAllowBrowser: true })",
            "app.ts runs in browsers",
        ),
        ("new OpenAI()", "new OpenAI({ apiKey: import.meta.env.KEY })", "app.ts reads import.meta"),
    ],
)
def test_what_is_not_understood_is_left_alone_with_a_reason(
    mend_tree: Mend, old: str, new: str, reason: str
) -> None:
    mended = mend_tree({"app.ts": PLAIN.replace(old, new)}, "mistral", checks=("no-fallback",))
    assert mended.patches == ()
    [said] = reasons(mended)
    assert said.startswith(reason)


def test_a_stream_that_does_not_begin_is_asked_of_another_vendor(mend_tree: Mend) -> None:
    code = PLAIN.replace('model: "gpt-4o",', 'model: "gpt-4o",\n    stream: true,')
    code = code.replace("reply.choices[0].message.content", "reply")
    mended = mend_tree({"app.ts": code}, "mistral", checks=("no-fallback",))
    [patch] = mended.patches
    assert "where a stream breaks off in the middle, nobody else is asked" in patch.notes
    assert "request: OpenAI.Chat.ChatCompletionCreateParamsStreaming)" in mended.after["app.ts"]
    assert changed(mended, "app.ts")[-1] == "const reply = await streamOrMistral(client, {"


CHAIN = """
import { ChatOpenAI } from "@langchain/openai";

const llm = new ChatOpenAI({ model: "gpt-4o" });

export async function main(text: string) {
  return llm.invoke(text);
}
"""


def test_a_chain_model_gets_another_one_behind_it(mend_tree: Mend) -> None:
    mended = mend_tree({"app.ts": CHAIN}, "anthropic")
    limits = "maxRetries: 1, clientOptions: { timeout: 20000 }"
    assert changed(mended, "app.ts") == [
        'import { ChatAnthropic } from "@langchain/anthropic";',
        'const llm = new ChatOpenAI({ model: "gpt-4o", timeout: 20000, maxRetries: 1 })'
        ".withFallbacks([",
        f'new ChatAnthropic({{ model: "claude-sonnet-5-5", {limits} }}),',
        "]);",
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("const llm", "export const llm", "llm is exported: other files may bind tools to it"),
        ("llm.invoke", "llm.bindTools([]).invoke", "app.ts:6 does more with llm than ask it"),
        ("const llm", "const llm: ChatOpenAI", "llm is declared with a type"),
    ],
)
def test_a_model_with_tools_is_no_chain_of_models(
    mend_tree: Mend, old: str, new: str, reason: str
) -> None:
    mended = mend_tree({"app.ts": CHAIN.replace(old, new)}, "anthropic", checks=("no-fallback",))
    assert mended.patches == ()
    assert reasons(mended)[0].startswith(reason)


def test_a_model_that_stands_in_many_places_is_read_from_one_setting(mend_tree: Mend) -> None:
    code = """
        import { initChatModel } from "langchain/chat_models/universal";
        import { settings } from "./config";

        export const one = async (t: string) => (await initChatModel("gpt-4o", settings)).invoke(t);
        export const two = async (t: string) => (await initChatModel('gpt-4o', settings)).invoke(t);
        export const six = async (t: string) => (await initChatModel("gpt-4o", settings)).invoke(t);
        """
    config = """
        import "dotenv/config";
        import { z } from "zod";

        export const settings = { apiKey: process.env.KEY };
        """
    mended = mend_tree({"app.ts": code, "config.ts": config}, checks=("hardcoded-model",))
    assert changed(mended, "config.ts") == [
        'export const OPENAI_MODEL = process.env.OPENAI_MODEL ?? "gpt-4o";'
    ]
    lines = changed(mended, "app.ts")
    assert lines[0] == 'import { settings, OPENAI_MODEL } from "./config";'
    assert [line.count("initChatModel(OPENAI_MODEL, settings)") for line in lines] == [0, 1, 1, 1]


@given(st.text(alphabet="aé😀 =;'\"(){}\n", max_size=60))
def test_the_places_of_parts_are_those_of_the_text(text: str) -> None:
    code = f"const a = `{text.replace('`', '')}`;\nask('b')\n"
    root = places_of("a.ts", code)
    if root is None:
        return
    script = Script("a.ts", code)
    [call] = script.calls(script.line(script.root.parts[-1]), 0)
    assert script.code(call) == "ask('b')"
    assert [script.string(part) for part in script.of_kind("string")] == ["b"]
    assert all(_fits(part) for part in root.all())


def _fits(part: Part) -> bool:
    """Whether what lies in a part stands one behind the other, and nowhere else."""
    edges = [part.start, *(edge for p in part.parts for edge in (p.start, p.end)), part.end]
    return edges == sorted(edges)


def test_a_line_end_of_another_system_stays(mend_tree: Mend) -> None:
    code = dedent(PLAIN).lstrip().replace("\n", "\r\n")
    mended = mend_tree({"app.ts": code}, "mistral")
    if mended.patches:
        assert "\n" not in mended.after["app.ts"].replace("\r\n", "")
