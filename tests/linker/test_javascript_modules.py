"""Modules of JavaScript and TypeScript: what an import brings, however it is written."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, only, openai, targets

LLM = """
    import OpenAI from "openai";
    export const client = new OpenAI();
    export default client;
    export async function ask(prompt: string, model = "gpt-4o") {
      return client.chat.completions.create({ model, messages: [] });
    }
"""

REQUIRED = "const { client, MODEL } = require('./m')"


@pytest.mark.parametrize(
    ("imports", "client"),
    [
        ('import OpenAI from "openai"', "new OpenAI()"),
        ('import { OpenAI } from "openai"', "new OpenAI()"),
        ('import { OpenAI as Api } from "openai"', "new Api()"),
        ('import { default as Api } from "openai"', "new Api()"),
        ('import * as sdk from "openai"', "new sdk.OpenAI()"),
        ('import sdk from "openai"', "new sdk.OpenAI()"),
        ('const OpenAI = require("openai")', "new OpenAI()"),
        ('const OpenAI = require("openai").default', "new OpenAI()"),
        ('const { OpenAI } = require("openai")', "new OpenAI()"),
        ('const sdk = require("openai")', "new sdk.OpenAI()"),
        ('const { default: OpenAI } = await import("openai")', "new OpenAI()"),
        ("", 'new (require("openai").OpenAI)()'),
    ],
)
def test_a_library_is_known_however_it_is_imported(
    audit_tree: AuditTree, imports: str, client: str
) -> None:
    source = f'{imports};\n{client}.responses.create({{ model: "gpt-4o", input: "" }});\n'
    assert only(audit_tree({"a.mjs": source})) == openai("gpt-4o")


@pytest.mark.parametrize(
    "main",
    [
        'import { ask } from "./llm"; ask("hi", "gpt-4o-mini");',
        'import * as llm from "./llm.js"; llm.ask("hi", "gpt-4o-mini");',
        'const { ask } = require("./llm"); ask("hi", "gpt-4o-mini");',
        'const llm = require("./llm"); llm.ask("hi", "gpt-4o-mini");',
        'const { ask } = await import("./llm"); ask("hi", "gpt-4o-mini");',
        'import("./llm").then((llm) => llm.ask("hi", "gpt-4o-mini"));',
        'import { ask } from "./barrel"; ask("hi", "gpt-4o-mini");',
        'import { tell } from "./barrel"; tell("hi", "gpt-4o-mini");',
        'import { llm } from "./barrel"; llm.ask("hi", "gpt-4o-mini");',
        'import { ask } from "@/src/llm"; ask("hi", "gpt-4o-mini");',
    ],
)
def test_a_function_is_followed_through_modules(audit_tree: AuditTree, main: str) -> None:
    files = {
        "package.json": "{}",
        "src/llm.ts": LLM,
        "src/barrel.ts": """
            export * from "./llm";
            export { ask as tell } from "./llm";
            export * as llm from "./llm";
        """,
        "src/main.ts": main,
    }
    assert targets(audit_tree(files))["src/llm.ts:5"] == openai("gpt-4o-mini")


def test_a_default_export_is_what_an_importer_names(audit_tree: AuditTree) -> None:
    main = """
        import anything from "./llm";
        anything.responses.create({ model: "gpt-4.1", input: "" });
    """
    found = targets(audit_tree({"llm.ts": LLM, "main.ts": main}))
    assert found["main.ts:2"] == openai("gpt-4.1")


@pytest.mark.parametrize(
    ("module", "main"),
    [
        ("module.exports = { client, MODEL: 'gpt-4.1' }", REQUIRED),
        ("exports.client = client; exports.MODEL = 'gpt-4.1'", REQUIRED),
        ("module.exports.client = client; module.exports.MODEL = 'gpt-4.1'",
         "import { client, MODEL } from './m'"),
        ("module.exports = () => client", "const client = require('./m')(), MODEL = 'gpt-4.1'"),
        ("module.exports = client", "import client from './m'; const MODEL = 'gpt-4.1'"),
    ],
)  # fmt: skip
def test_commonjs_exports_are_imported(audit_tree: AuditTree, module: str, main: str) -> None:
    files = {
        "m.js": f"const OpenAI = require('openai'); const client = new OpenAI();\n{module};\n",
        "main.js": f"{main};\nclient.responses.create({{ model: MODEL, input: '' }});\n",
    }
    assert targets(audit_tree(files))["main.js:2"] == openai("gpt-4.1")


def test_packages_of_one_repository_see_each_other(audit_tree: AuditTree) -> None:
    files = {
        "packages/llm/package.json": '{"name": "@acme/llm", "main": "dist/index.js"}',
        "packages/llm/src/index.ts": LLM,
        "apps/web/tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./src/*"]}}}',
        "apps/web/src/models.ts": 'export const MODELS = { fast: "gpt-4.1-mini" } as const;',
        "apps/web/src/main.ts": """
            import { ask } from "@acme/llm";
            import { MODELS } from "@/models";
            ask("hi", MODELS.fast);
        """,
    }
    assert only(audit_tree(files)) == openai("gpt-4.1-mini")


def test_python_and_typescript_are_in_one_report(audit_tree: AuditTree) -> None:
    files = {
        "api/llm.py": """
            from openai import OpenAI
            OpenAI().responses.create(model="gpt-4o", input="")
        """,
        "web/llm.ts": LLM,
    }
    assert targets(audit_tree(files)) == {
        "api/llm.py:2": openai("gpt-4o"),
        "web/llm.ts:5": openai("gpt-4o"),
    }


def test_python_s_built_in_functions_are_none_of_javascript_s(audit_tree: AuditTree) -> None:
    source = """
        import OpenAI from "openai";
        const list = [new OpenAI()];
        const map = (items, f) => items.map(f);
        map(list, (client) => client.responses.create({ model: "gpt-4o", input: "" }));
    """
    assert only(audit_tree({"a.js": source})) == openai("gpt-4o")
