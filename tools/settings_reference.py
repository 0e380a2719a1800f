"""docs/configuration.md: every key of the configuration file, from docs/settings.schema.json."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.tables import cell, table

DOCS = Path(__file__).parent.parent / "docs"
SCHEMA = DOCS / "settings.schema.json"
TARGET = DOCS / "configuration.md"

HEAD = """\
# The configuration file

<!-- Generated: python -m tools -->

Everything works without one. The file is `auditor.toml`, or the table `[tool.auditor]` of
`pyproject.toml`; of the folders from the scanned one upwards, to the top of the git repository, the
first that has one counts. Unknown keys are errors. [settings.schema.json](settings.schema.json)
tells editors the same. `auditor init` writes a file to start from.

In `pyproject.toml` every table begins with `tool.auditor`: `[[tool.auditor.workflow]]`.
"""


def build() -> str:
    """The page as it should stand in ``TARGET``."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    keys = schema["properties"]
    plain = {key: shape for key, shape in keys.items() if _inner(shape) is None}
    parts = [HEAD, _table(plain, ())]
    for key, shape in keys.items():
        inner = _inner(shape)
        if inner is not None:
            title = f"[[{key}]]" if shape["type"] == "array" else f"[{key}]"
            required = inner.get("required", ())
            parts += [f"## {title}", shape["description"], _table(inner["properties"], required)]
    parts += ["## Example", "```toml\n" + "\n".join(_example(keys)) + "\n```"]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _inner(shape: dict[str, Any]) -> dict[str, Any] | None:
    """The table that a key holds, or each of the tables."""
    inner: dict[str, Any] = shape.get("items", shape)
    return inner if inner.get("type") == "object" else None


def _table(keys: dict[str, Any], required: tuple[str, ...] | list[str]) -> str:
    rows = [
        [f"`{key}`", _kind(shape), _default(shape, key in required), cell(shape["description"])]
        for key, shape in keys.items()
    ]
    return table(["Key", "Value", "Default", ""], rows)


def _kind(shape: dict[str, Any]) -> str:
    if "enum" in shape:
        return ", ".join(f"`{word}`" for word in shape["enum"])
    if shape["type"] == "array":
        return "list of " + ("texts" if "enum" not in shape["items"] else _kind(shape["items"]))
    if shape.get("format") == "date":
        return "date"
    if shape["type"] == "number":
        return "number from 0 to 1" if "maximum" in shape else "number above 0"
    return {"boolean": "`true` or `false`", "string": "text"}[shape["type"]]


def _default(shape: dict[str, Any], required: bool) -> str:
    if required:
        return "must be given"
    return f"`{json.dumps(shape['default'])}`" if "default" in shape else ""


def _example(keys: dict[str, Any]) -> Iterator[str]:
    for key, shape in keys.items():
        if _inner(shape) is None:
            yield f"{key} = {_value(shape)}"
    for key, shape in keys.items():
        inner = _inner(shape)
        if inner is not None:
            yield f"\n[[{key}]]" if shape["type"] == "array" else f"\n[{key}]"
            for name, one in inner["properties"].items():
                yield f"{name} = {_value(one)}"


def _value(shape: dict[str, Any]) -> str:
    value = shape["examples"][0] if "examples" in shape else shape["default"]
    return str(value) if shape.get("format") == "date" else json.dumps(value)
