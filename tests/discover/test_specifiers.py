from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.discover.specifiers import Specifiers
from auditor.model.packages import Aliases, Package, Packages

PATHS = [
    "apps/web/app/page.tsx",
    "apps/web/lib/llm.ts",
    "apps/web/lib/models/index.ts",
    "apps/web/lib/old.js",
    "apps/web/providers/acme.ts",
    "apps/web/providers/bolt.ts",
    "packages/llm/src/index.ts",
    "packages/llm/src/chat.ts",
    "packages/llm/src/db.ts",
    "shared/keys.ts",
]
PACKAGES = Packages(
    packages=(
        Package("apps/web", "web"),
        Package(
            "packages/llm",
            "@acme/llm",
            exports={".": "./dist/index.js", "./*": "./dist/*.js"},
            imports={"#db": "./src/db.ts"},
        ),
    ),
    aliases=(
        Aliases("", "."),
        Aliases("apps/web", None, (("@/*", ("apps/web/*",)), ("keys", ("shared/keys.ts",)))),
    ),
)
SPECIFIERS = Specifiers(PATHS, PACKAGES)


@pytest.mark.parametrize(
    ("specifier", "importer", "path"),
    [
        ("../lib/llm", "apps/web/app/page.tsx", "apps/web/lib/llm.ts"),
        ("../lib/llm.js", "apps/web/app/page.tsx", "apps/web/lib/llm.ts"),
        ("../lib/old.js", "apps/web/app/page.tsx", "apps/web/lib/old.js"),
        ("../lib/models", "apps/web/app/page.tsx", "apps/web/lib/models/index.ts"),
        ("../lib/llm.ts?raw", "apps/web/app/page.tsx", "apps/web/lib/llm.ts"),
        ("@/lib/llm", "apps/web/app/page.tsx", "apps/web/lib/llm.ts"),
        ("~/lib/llm", "apps/web/app/page.tsx", "apps/web/lib/llm.ts"),
        ("keys", "apps/web/app/page.tsx", "shared/keys.ts"),
        ("shared/keys", "apps/web/app/page.tsx", "shared/keys.ts"),
        ("@acme/llm", "apps/web/app/page.tsx", "packages/llm/src/index.ts"),
        ("@acme/llm/chat", "apps/web/app/page.tsx", "packages/llm/src/chat.ts"),
        ("#db", "packages/llm/src/chat.ts", "packages/llm/src/db.ts"),
        ("#db", "apps/web/app/page.tsx", None),
        ("openai", "apps/web/app/page.tsx", None),
        ("../lib/none", "apps/web/app/page.tsx", None),
        ("../../../../../etc", "apps/web/app/page.tsx", None),
    ],
)
def test_a_specifier_means_the_file_a_compiler_would_take(specifier, importer, path):
    assert SPECIFIERS.resolve(specifier, importer) == path


def test_an_import_put_together_may_mean_every_file_with_that_beginning():
    found = SPECIFIERS.below("../providers/", "apps/web/app/page.tsx")
    assert found == ["apps/web/providers/acme.ts", "apps/web/providers/bolt.ts"]


@given(st.text(max_size=30), st.sampled_from(PATHS))
def test_what_is_found_is_always_a_file_of_the_tree(specifier, importer):
    assert SPECIFIERS.resolve(specifier, importer) in {*PATHS, None}
