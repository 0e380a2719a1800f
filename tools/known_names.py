"""docs/known.md: how much the rules know, counted and named."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from auditor.model.catalog import Role
from auditor.rulebook.load import load_catalog
from tools.tables import table

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "known.md"

HEAD = """\
# What the rules know

<!-- Generated: python -m tools -->

`auditor explain NAME` says what is known of each. A missing name is a good first contribution:
[rules/README.md](../rules/README.md).
"""


def build() -> str:
    """The page as it should stand in ``TARGET``."""
    catalog = load_catalog()
    by_role = {
        role: [one.name for one in catalog.platforms.values() if one.role is role] for role in Role
    }
    libraries = [(sdk.language, sdk.name) for sdk in catalog.sdks]
    frameworks = [path.parent.name for path in ROOT.glob("rules/entrypoints/*/entrypoint.yaml")]
    sections = [
        ("Vendors", [vendor.name for vendor in catalog.vendors.values()]),
        ("Platforms", by_role[Role.PLATFORM]),
        ("Servers that teams run themselves", by_role[Role.LOCAL]),
        ("Gateways", by_role[Role.GATEWAY]),
        *(
            (f"Libraries ({language})", _of(libraries, language))
            for language in sorted({language for language, _ in libraries})
        ),
        ("Frameworks that start workflows", frameworks),
        ("Outages that happened", [one.title for one in catalog.incidents]),
    ]
    counts = table(["", "Number"], [[title, str(len(names))] for title, names in sections])
    pages = [f"## {title}\n\n{_listed(names)}" for title, names in sections]
    return "\n\n".join([HEAD.rstrip("\n"), counts, *pages]) + "\n"


def _of(libraries: Iterable[tuple[str, str]], language: str) -> list[str]:
    return [name for one, name in libraries if one == language]


def _listed(names: Iterable[str]) -> str:
    """Names in the order of the alphabet, on lines that can be compared."""
    return "\n".join(f"- {name}" for name in sorted(names, key=lambda n: (n.casefold(), n)))
