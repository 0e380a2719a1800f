from __future__ import annotations

import json

import pytest

from auditor.configs.loose_json import read_loose_json
from auditor.configs.node_packages import find_packages, read_aliases, read_package


def test_comments_and_a_comma_too_many_are_no_mistake():
    text = '{\n  // why\n  "a": "http://x", /* b */ "c": [1, 2, ],\n}'
    assert read_loose_json(text) == {"a": "http://x", "c": [1, 2]}


@pytest.mark.parametrize("text", ["", "{", '{"a": }', "[1 2]"])
def test_what_is_broken_beyond_that_is_told(text):
    with pytest.raises(json.JSONDecodeError):
        read_loose_json(text)


def test_exports_lead_to_the_sources_first():
    package = read_package(
        "packages/llm",
        {
            "name": "@acme/llm",
            "main": "dist/index.js",
            "exports": {
                ".": {"types": "./dist/index.d.ts", "import": "./dist/index.mjs"},
                "./chat": {"source": "./src/chat.ts", "import": "./dist/chat.mjs"},
                "./none": None,
            },
            "imports": {"#db": "./src/db.ts"},
            "bin": "cli.js",
            "scripts": {"start": "node server.js"},
        },
    )
    assert package.exports == {".": "./dist/index.mjs", "./chat": "./src/chat.ts"}
    assert package.imports == {"#db": "./src/db.ts"}
    assert package.commands == {"llm": "cli.js"}
    assert package.scripts == {"start": "node server.js"}


def test_aliases_are_relative_to_the_root_and_the_longest_comes_first():
    options = {"baseUrl": ".", "paths": {"@/*": ["./src/*"], "@/lib/*": ["../shared/lib/*"]}}
    aliases = read_aliases("apps/web", {"compilerOptions": options})
    assert aliases.base == "apps/web"
    assert aliases.paths == (
        ("@/lib/*", ("apps/shared/lib/*",)),
        ("@/*", ("apps/web/src/*",)),
    )


def test_a_broken_manifest_is_a_diagnostic_and_the_others_count(tmp_path):
    (tmp_path / "package.json").write_text('{"name": "acme"}')
    (tmp_path / "tsconfig.json").write_text("{")
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "jsconfig.json").write_text(
        json.dumps({"compilerOptions": {"paths": {"~/*": ["./*"]}}})
    )
    packages, problems = find_packages(str(tmp_path), {"", "web", "gone"})
    assert [package.name for package in packages.packages] == ["acme"]
    assert [aliases.folder for aliases in packages.aliases] == ["web"]
    assert [(problem.path, problem.code) for problem in problems] == [("tsconfig.json", "manifest")]


def test_a_comma_between_two_comments_is_kept():
    text = (
        '{"a": true, /* one */ "b": 1, /* two */ // {\n "c": 2, // the end }\n "d": 3, /* last */ }'
    )
    assert read_loose_json(text) == {"a": True, "b": 1, "c": 2, "d": 3}


def test_import_maps_are_aliases():
    imports = {"shared/": "./_shared/", "llm": "./llm.ts", "acme": "https://esm.sh/acme@1"}
    assert read_aliases("functions", {"imports": imports}).paths == (
        ("shared/*", ("functions/_shared/*",)),
        ("llm", ("functions/llm.ts",)),
    )
