from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.discover import find_sources, prefilter
from auditor.discover.patterns import any_of
from auditor.discover.prefilter import passed_over, select, with_addresses
from auditor.discover.read import read_sources
from auditor.model.anchors import Anchors
from auditor.model.source import Severity
from auditor.settings import Settings

ANCHORS = Anchors(
    names=frozenset({"api.bolt.example", ".inner"}),
    vague=frozenset({"localhost", "import_module"}),
    loaders=frozenset({"import_module"}),
    parts=frozenset({"/chat/completions", "/images/"}),
    narrow_parts=frozenset({"/chat/completions", "/images/edits"}),
    code_names=frozenset({"bolt"}),
    models=frozenset({"zeta-2"}),
    modules={
        "python": frozenset({"acme", "big.cloud.acme", "bob"}),
        "javascript": frozenset({"acme", "@bolt/sdk", "bo"}),
        "go": frozenset({"github.com/acme/acme-go"}),
    },
)


@pytest.fixture
def kept(tree):
    def names(files):
        found = find_sources([tree(files)], Settings()).files
        contents, _ = read_sources(found)
        return [file.path for file in select(found, ANCHORS, contents.__getitem__)]

    return names


def test_files_without_any_tie_to_an_anchor_are_dropped(kept):
    assert kept({"a.py": "import acme", "b.py": "import json", "c.py": "x = 1"}) == ["a.py"]


def test_without_an_anchor_nothing_is_kept(kept):
    assert kept({"a.py": "import b", "b.py": "import a"}) == []


def test_importers_are_kept_to_the_very_top(kept):
    assert kept(
        {
            "app/__init__.py": "",
            "app/llm.py": "import acme",
            "app/service.py": "from app.llm import ask",
            "app/routes.py": "from . import service",
            "main.py": "import app.routes as r",
            "unrelated.py": "import json",
        }
    ) == ["app/__init__.py", "app/llm.py", "app/routes.py", "app/service.py", "main.py"]


def test_what_a_kept_file_imports_is_kept_for_its_values(kept):
    assert kept(
        {
            "app/llm.py": "import acme\nfrom app.settings import MODEL",
            "app/settings.py": "from .constants import MODEL",
            "app/constants.py": "MODEL = 'x'",
            "app/other.py": "from .constants import MODEL",
        }
    ) == ["app/constants.py", "app/llm.py", "app/settings.py"]


def test_what_an_importer_imports_is_kept_too(kept):
    """The importer may hand a client from one of its imports to another."""
    assert kept(
        {
            "main.py": "import clients, usecase",
            "clients.py": "import acme",
            "usecase.py": "def run(client): client.chat()",
        }
    ) == ["clients.py", "main.py", "usecase.py"]


@pytest.mark.parametrize(
    "line",
    [
        "from app.llm import ask",
        "from app import llm",
        "from app import (\n    other,  # (not this)\n    llm as model,\n)",
        "from app import other, \\\n    llm",
        "import app.llm",
        "import json, app.llm as x, os",
        "def f():\n    from app.llm import ask",
        "try: import app.llm\nexcept ImportError: pass",
        "x = 1; import app.llm",
        "from .app.llm import ask",
        "from .app import llm",
        "from app.llm import *",
        "importlib.import_module('app.llm')",
        'include = ["app.llm"]',
        'uvicorn.run("app.llm:server")',
        'patch("app.llm.ask")',
        "from project.app.llm import ask",
        "from src.app.llm import ask",
    ],
)
def test_an_import_is_seen_however_it_is_written(kept, line):
    files = {"app/llm.py": "import acme", "app/other.py": "", "main.py": line}
    assert "main.py" in kept(files)


def test_source_roots_below_the_root_are_understood(kept):
    files = {
        "services/chat/src/bot/llm.py": "import acme",
        "services/chat/src/bot/web.py": "from bot.llm import ask",
        "services/mail/src/post/web.py": "from post.llm import ask",
    }
    assert kept(files) == ["services/chat/src/bot/llm.py", "services/chat/src/bot/web.py"]


def test_a_module_in_a_package_is_not_meant_from_outside_by_its_last_name(kept):
    package = {
        "home/__init__.py": "",
        "home/light/__init__.py": "",
        "home/light/llm.py": "import acme",
    }
    asks = {"other/__init__.py": "", "other/page.py": "from llm import ask\nload('light.llm')"}
    assert kept(package | asks) == ["home/light/llm.py"]


@pytest.mark.parametrize("importer", ["home/page.py", "home/light/page.py", "home/light/a/page.py"])
def test_a_script_in_a_package_may_import_from_the_folders_above(kept, importer):
    package = {
        "home/__init__.py": "",
        "home/light/__init__.py": "",
        "home/light/llm.py": "import acme",
    }
    name = "light.llm" if importer == "home/page.py" else "llm"
    assert importer in kept(package | {importer: f"import {name}"})


def test_a_module_in_a_folder_that_is_no_package_may_be_meant_from_anywhere(kept):
    files = {
        "lib/llm.py": "import acme",
        "app/__init__.py": "",
        "app/page.py": "from llm import ask",
    }
    assert kept(files) == ["app/page.py", "lib/llm.py"]


def test_relative_imports_climb(kept):
    files = {
        "a/llm.py": "import acme",
        "a/b/c/deep.py": "from ...llm import ask",
        "a/b/c/wrong.py": "from ..llm import ask",
    }
    assert kept(files) == ["a/b/c/deep.py", "a/llm.py"]


def test_a_module_of_the_standard_library_is_not_taken_for_a_namesake_far_away(kept):
    files = {
        "app/logging.py": "import acme",
        "app/near.py": "import logging",
        "far/away.py": "import logging\nfrom typing import Any",
    }
    assert kept(files) == ["app/logging.py", "app/near.py"]


def test_notebooks_import_too(kept):
    cell = '{"cells": [{"source": ["import os\\n", "from app.llm import ask\\n"]}]}'
    one_text = '{"cells": [{"source": "import os\\nfrom app.llm import ask"}]}'
    files = {"app/llm.py": "import acme", "a.ipynb": cell, "b.ipynb": one_text, "c.ipynb": "{}"}
    assert kept(files) == ["a.ipynb", "app/llm.py", "b.ipynb"]


def test_an_anchor_in_utf16_is_found(kept):
    assert kept({"a.py": "import acme".encode("utf-16"), "b.py": ""}) == ["a.py"]


def test_circles_of_imports_end(kept):
    assert kept({"a.py": "import b, acme", "b.py": "import a"}) == ["a.py", "b.py"]


@given(
    st.sets(st.binary(min_size=1, max_size=6)),
    st.binary(max_size=60),
)
def test_the_shared_pattern_finds_what_a_plain_search_finds(anchors, text):
    found = any_of(anchors).search(text) is not None
    assert found == any(anchor in text for anchor in anchors)


def test_special_characters_in_anchors_are_plain_text():
    assert any_of({b"a.b*", b"a.c"}).search(b"aXc a.bb") is None
    assert isinstance(any_of(set()), re.Pattern)


@pytest.mark.parametrize(
    "line",
    [
        'import { ask } from "./llm";',
        "import ask from './llm.js'",
        'import "./llm"',
        'export * from "./llm"',
        'export { ask } from\n  "./llm"',
        'const { ask } = require("./llm")',
        "const llm = await import(/* webpackChunkName: 'x' */ './llm')",
        "const llm = await import(`./${name}`)",
        'import type { Ask } from "./llm"',
        'jest.mock("./llm")',
        'new Worker(new URL("./llm.ts", import.meta.url))',
    ],
)
def test_an_import_of_a_script_is_seen_however_it_is_written(kept, line):
    files = {"src/llm.ts": 'import acme from "acme"', "src/other.ts": "", "src/main.ts": line}
    assert "src/main.ts" in kept(files)


def test_scripts_without_any_tie_are_dropped(kept):
    files = {
        "a.ts": 'import acme from "acme"',
        "b.tsx": 'import { a } from "./a"',
        "c.js": 'import fs from "fs"',
        "d.vue": "<script>import './b'</script>",
    }
    assert kept(files) == ["a.ts", "b.tsx", "d.vue"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", "import json, acme as a"),
        ("a.py", "if x: from acme.chat import Client"),
        ("a.py", "import os, \\\n    acme"),
        ("a.py", "load('acme.chat')"),
        ("a.py", "from big.cloud import acme"),
        ("a.py", "from big import (\n    cloud,\n)\ncloud.acme.ask()"),
        ("a.py", "URL = 'https://api.bolt.example/v1'"),
        ("a.py", 'URL = "{}/v1/chat/completions".format(HOST)'),
        ("a.py", "url = 'a=https%3A%2F%2Fapi.bolt.example'"),
        ("a.py", "from bob import ask"),
        ("a.py", "url = f'http://{name}.inner:8000'"),
        ("a.py", "from .clients import AskBolt"),
        ("a.py", "from .bolt_client import ask"),
        ("a.ipynb", '{"cells": [{"source": "x\\nimport acme\\ny"}]}'),
        ("a.ipynb", '{"cells": [{"source": "# see\\napi.bolt.example"}]}'),
        ("a.ts", "import acme from 'acme';"),
        ("a.ts", 'const a = require("@bolt/sdk/chat")'),
        ("a.ts", 'import a from "npm:acme@4"'),
        ("a.ts", 'import a from "https://esm.sh/acme@4"'),
        ("a.vue", "<script>import bo from `bo`</script>"),
        ("a.go", 'import "github.com/acme/acme-go/v2"'),
        ("a.go", 'const host = "api.bolt.example"'),
    ],
)
def test_whatever_may_lead_to_a_call_is_an_anchor(kept, name, text):
    assert kept({name: text}) == [name]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", "# those of acme work together"),
        ("a.py", "from .acme_client import x"),
        ("a.py", "from pacmer import x"),
        ("a.py", "from big.cloud import other"),
        ("a.py", "x = self.acme.y"),
        ("a.py", "bob = 1"),
        ("a.ts", "// a bo is a bo"),
        ("a.ts", "const acmeter = 1"),
        ("a.go", 'import "acme"'),
        ("a.py", "'my-api-bolt-example'"),
        ("a.py", "url = config.inner_url  # of the inner net"),
        ("a.py", "from .acme import ask"),
        ("a.py", "from home.acme import ask"),
        ("a.py", "from .errors import ThunderboltError"),
    ],
)
def test_a_word_that_only_looks_like_one_is_none(kept, name, text):
    assert kept({name: text}) == []


@pytest.mark.parametrize(
    "line",
    [
        'fetch("/ask")',
        "fetch(url)",
        "new EventSource(url)",
        "new WebSocket(`${base}/ask`)",
        "axios(url)",
        'client.post("/ask", body)',
    ],
)
def test_a_script_that_asks_something_may_ask_our_own_routes(kept, line):
    assert kept({"app.py": "import acme", "web/page.ts": line}) == ["app.py", "web/page.ts"]


VAGUE = {
    "address.py": "URL = 'http://localhost:80'",
    "loader.py": "importlib.import_module(name)",
    "names.py": "FLOWS = ['acme']",
    "pictures.py": "PATH = '/images/tree.png'",
}
PLAIN = {
    "api.py": "PATH = '/images/edits'",
    "by_name.py": "importlib.import_module('acme')",
    "client.py": "import acme",
    "host.py": "URL = 'https://api.bolt.example'",
}


def test_in_a_tree_of_usual_size_vague_words_are_enough(kept):
    assert kept(VAGUE) == [*VAGUE]


def test_in_a_large_tree_vague_words_are_not_enough(kept, monkeypatch):
    monkeypatch.setattr(prefilter, "LARGE", 3)
    assert kept(VAGUE) == []
    assert kept(PLAIN) == [*PLAIN]


def test_in_a_large_tree_a_vague_file_is_kept_for_those_that_import_it(kept, monkeypatch):
    monkeypatch.setattr(prefilter, "LARGE", 3)
    assert kept({**VAGUE, "client.py": "import acme, address"}) == ["address.py", "client.py"]


def test_what_is_passed_over_in_a_large_tree_is_said(tree, monkeypatch):
    found = find_sources([tree(VAGUE | PLAIN)], Settings()).files
    contents, _ = read_sources(found)
    assert passed_over(found, contents, set(PLAIN), ANCHORS) == ()
    monkeypatch.setattr(prefilter, "LARGE", 3)
    assert passed_over(found, contents, {*VAGUE, *PLAIN}, ANCHORS) == ()
    (said,) = passed_over(found, contents, set(PLAIN), ANCHORS)
    assert (said.path, said.code) == ("address.py", "large-tree")
    assert said.message.startswith("this file and 3 others were not read")
    assert said.severity is Severity.WARNING


def test_a_file_that_reads_addresses_out_of_another_one_is_kept(tree):
    files = {
        "app.py": 'import json\nADDRESSES = json.load(open("conf/hosts.json"))\n',
        "other.py": 'print("app.py reads hosts.json")\n',
        "conf/hosts.json": '["https://api.bolt.example/v1"]',
        "conf/colours.json": '["red"]',
    }
    found = find_sources([tree(files)], Settings())
    contents, _ = read_sources([*found.files, *found.configs])
    telling = with_addresses(found.configs, ANCHORS, contents.__getitem__)
    assert telling == {"hosts.json"}
    chosen = select(found.files, ANCHORS, contents.__getitem__, telling=telling)
    assert [file.path for file in chosen] == ["app.py"]


def test_a_file_that_names_a_model_is_kept_beside_and_above_files_that_matter(kept):
    files = {
        "pkg/flow.py": 'DEFAULT = "zeta-2-mini"',
        "pkg/llm/ask.py": "import acme",
        "pkg/llm/names.py": "NAMES = ['maker/Zeta-2']",
        "pkg/llm/notes.py": "# zeta-2 is what we ask",
        "pkg/web/prices.py": 'PRICES = {"zeta-2": 1}',
    }
    assert kept(files) == ["pkg/flow.py", "pkg/llm/ask.py", "pkg/llm/names.py"]
