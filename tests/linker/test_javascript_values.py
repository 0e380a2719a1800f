"""Values of JavaScript and TypeScript: whom a call asks, however the code says it."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, anthropic, only, openai, target, targets, workflows


def ask(model: str, before: str = "") -> str:
    """One call of a client, its model as the given expression."""
    imports = 'import OpenAI from "openai";\nimport { z } from "zod";'
    call = f'new OpenAI().responses.create({{ model: {model}, input: "" }})'
    return f"{imports}\n{before}\nexport const answer = {call};\n"


@pytest.mark.parametrize(
    ("model", "before"),
    [
        ("`gpt-${SIZE}`", 'const SIZE = "4o";'),
        ("'gpt-' + SIZE", 'const SIZE = "4o";'),
        ("MODELS.fast", 'const MODELS = { fast: "gpt-4o", slow: "gpt-4.1" } as const;'),
        ('MODELS["fast"]', 'const MODELS = { fast: "gpt-4o", slow: "gpt-4.1" };'),
        ("fast", 'const { fast } = { fast: "gpt-4o" };'),
        ("fast", 'const { models: { fast = "gpt-4.1" } } = { models: { fast: "gpt-4o" } };'),
        ("first", 'const [first] = ["gpt-4o", "gpt-4.1"];'),
        ("all.model", 'const base = { model: "gpt-4" }; const all = { ...base, model: "gpt-4o" };'),
        ("Model.Fast", 'enum Model { Fast = "gpt-4o", Slow = "gpt-4.1" }'),
        ("models.get('a')", 'const models = new Map([["a", "gpt-4o"], ["b", "gpt-4.1"]]);'),
        ("pick()", 'const pick = (name = "gpt-4o") => name;'),
        ("name.toLowerCase()", 'const name = "GPT-4o";'),
        ("Object.values(M)[0]", 'const M = { a: "gpt-4o" };'),
        ("Config.model", 'class Config { static model = "gpt-4o"; }'),
        ("new Config().model", 'class Config { model = "gpt-4o"; }'),
        ("new Config().model", 'class Config { get model() { return "gpt-4o"; } }'),
    ],
)  # fmt: skip
def test_a_model_is_known_however_it_is_written(
    audit_tree: AuditTree, model: str, before: str
) -> None:
    assert only(audit_tree({"a.ts": ask(model, before)})) == openai("gpt-4o")


@pytest.mark.parametrize(
    ("model", "before"),
    [
        ('process.env.MODEL ?? "gpt-4o"', ""),
        ('process.env["MODEL"] || "gpt-4o"', ""),
        ('import.meta.env.VITE_MODEL ?? "gpt-4o"', ""),
        ("MODEL", 'const { MODEL = "gpt-4o" } = process.env;'),
        ("env.MODEL",
         'const shape = { MODEL: z.string().default("gpt-4o") };'
         "const env = z.object(shape).parse(process.env);"),
        ("env.data.MODEL",
         'const shape = { MODEL: z.string().min(1).default("gpt-4o") };'
         "const env = z.object(shape).safeParse(process.env);"),
        ("env.MODEL",
         'import { createEnv } from "@t3-oss/env-nextjs";\n'
         'const env = createEnv({ server: { MODEL: z.string().optional().default("gpt-4o") } });'),
    ],
)  # fmt: skip
def test_a_setting_has_its_default_and_may_be_another(
    audit_tree: AuditTree, model: str, before: str
) -> None:
    (call,) = audit_tree({"a.ts": ask(model, before)}).calls
    assert (call.vendors, call.models) == (("openai",), ("gpt-4o",))


def test_a_class_derived_from_another_builds_its_client_through_super(
    audit_tree: AuditTree,
) -> None:
    source = """
        import OpenAI from "openai";
        abstract class Base {
          constructor(protected readonly client: OpenAI, protected readonly model: string) {}
          ask = async () => this.client.responses.create({ model: this.model, input: "" });
        }
        export class Small extends Base {
          constructor() {
            super(new OpenAI(), "gpt-4o-mini");
          }
        }
        new Small().ask();
    """
    assert only(audit_tree({"a.ts": source})) == openai("gpt-4o-mini")


def test_a_service_comes_in_by_the_type_of_a_parameter(audit_tree: AuditTree) -> None:
    files = {
        "llm.service.ts": """
            import { Injectable } from "@nestjs/common";
            import Anthropic from "@anthropic-ai/sdk";
            @Injectable()
            export class LlmService {
              private readonly client = new Anthropic();
              ask(model: string) {
                return this.client.messages.create({ model, max_tokens: 1, messages: [] });
              }
            }
        """,
        "chat.controller.ts": """
            import { Controller, Post } from "@nestjs/common";
            import { LlmService } from "./llm.service";
            @Controller("chat")
            export class ChatController {
              constructor(private readonly llm: LlmService) {}
              @Post()
              ask() {
                return this.llm.ask("claude-3-5-haiku-latest");
              }
            }
        """,
    }
    found = targets(audit_tree(files))
    assert found["llm.service.ts:7"] == anthropic("claude-3-5-haiku-latest")


@pytest.mark.parametrize(
    "run",
    [
        "await Promise.all(models.map((m) => ask(m)));",
        "for (const m of models) await ask(m);",
        "models.forEach(async (m) => { await ask(m); });",
        "for await (const m of models) ask(m);",
        "await models.reduce((p, m) => p.then(() => ask(m)), Promise.resolve());",
        "setTimeout(() => models.map(ask), 10);",
    ],
)
def test_every_item_of_a_list_is_asked(audit_tree: AuditTree, run: str) -> None:
    source = f"""
        import OpenAI from "openai";
        const models = ["gpt-4o", "gpt-4.1"];
        async function ask(model: string) {{
          return new OpenAI().responses.create({{ model, input: "" }});
        }}
        {run}
    """
    assert set(only(audit_tree({"a.ts": source})).models) == {"gpt-4o", "gpt-4.1"}


def test_scripts_of_components_are_read(audit_tree: AuditTree) -> None:
    source = """
        <script setup lang="ts">
        import OpenAI from "openai";
        const ask = () => new OpenAI().responses.create({ model: "gpt-4o", input: "" });
        </script>
        <template><button @click="ask" /></template>
    """
    assert only(audit_tree({"App.vue": source})) == openai("gpt-4o")


def test_an_unknown_model_beside_a_known_one_does_not_hide_it(audit_tree: AuditTree) -> None:
    source = """
        import { openai } from "@ai-sdk/openai";
        import { generateText } from "ai";
        import { mock } from "./mocks.generated";
        const model = () => (process.env.CI ? mock("x") : openai("gpt-4o"));
        export const answer = () => generateText({ model: model(), prompt: "hi" });
    """
    (call,) = audit_tree({"a.ts": source}).calls
    assert (call.vendors, call.models) == (("openai",), ("gpt-4o",))


def test_every_pair_that_a_function_may_give_back_is_an_entry(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "a.ts": """
                import OpenAI from "openai";

                const read = ([k, v]: any) => {
                    try { return [k, JSON.parse(v)]; } catch (e) { return [k, v]; }
                };
                const parsed = (all: any) => Object.fromEntries(Object.entries(all).map(read));
                const settings = parsed({ model: "gpt-4o" });
                new OpenAI().chat.completions.create({ model: settings.model, messages: [] });
            """
        }
    )
    assert [target(c).models for c in report.calls] == [("gpt-4o",)]


def test_what_hooks_give_is_followed_into_a_component_that_is_wrapped(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "Chat.tsx": """
                import { memo, useMemo, useRef, useState } from "react";
                import useSWR from "swr";
                import OpenAI from "openai";

                export const Chat = memo(() => {
                  const [model] = useState("gpt-4o");
                  const client = useRef(new OpenAI());
                  const other = useMemo(() => new OpenAI({ baseURL: "https://api.groq.com" }), []);
                  useSWR("a", async () => client.current.responses.create({ model, input: "x" }));
                  useSWR("b", () => other.responses.create({ model: "gpt-oss-20b", input: "x" }));
                  return <p>{model}</p>;
                });
            """
        }
    )
    assert workflows(report) == {"Chat": ["Chat.tsx:10", "Chat.tsx:9"]}
    assert [target(call)[1:] for call in report.calls] == [
        (("openai-api",), ("gpt-4o",), True),
        (("groq",), ("gpt-oss-20b",), False),
    ]
