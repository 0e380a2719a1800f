"""Configuration lines: settings that name a vendor, model, endpoint or credential."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.meaning.documents import Document
from auditor.meaning.paths import Found, find, first_text, holds
from auditor.meaning.records import Records
from auditor.meaning.values import Named, ValueReader, is_talk
from auditor.model.config import ConfigSite, Leaf, Node, leaves
from auditor.model.config_rules import ConfigRule, LineRule

#: A document with more such lines than this is a table of models, not somebody's settings.
MOST_LINES = 300
#: Beside these, a model's id is a row of a table of prices and limits.
TABLE_OF_LIMITS = re.compile(
    r"cost|price|pricing|per_?(?:1?m|1k)?_?(?:tokens?|million)|context_?(?:window|length)|max_?input",
    re.IGNORECASE,
)
_ASSIGNMENT = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)=(.*)", re.DOTALL)
_SCRIPT_LINE = re.compile(
    r"\s*(?:(?:export|declare -x|readonly|local|set|echo|ENV)\s+)?[\"']?"
    r"([A-Za-z_]\w*)=(?![=\s])(.*)"
)
_OWNER = re.compile(r"provider|vendor|platform|provider_?id", re.IGNORECASE)
#: Top keys of documents that describe interfaces or data, not a deployment.
_DESCRIPTIONS = frozenset(
    {"openapi", "swagger", "asyncapi", "lockfileVersion", "$defs", "interactions"}
)


def lines_of(document: Document, reader: ValueReader, records: Records) -> Iterator[ConfigSite]:
    """The lines that rules of the document's format point out, then whatever else is known."""
    told: set[tuple[int, str]] = set()
    for rule, roots in document.rules:
        for line in rule.lines:
            for root in roots:
                if _is_wanted(document, rule, line, root, records):
                    for site in _by_rule(document, rule, line, root, reader):
                        told.add((site.line, site.what))
                        yield site
    if not document.claimed and not _describes(document.top.node):
        found = [*_known_anywhere(document, reader), *_models_as_keys(document, reader)]
        if len(found) > MOST_LINES:
            found = [site for site in found if site.what != "model"]
        if len(found) <= MOST_LINES:
            yield from (site for site in found if (site.line, site.what) not in told)


def _describes(top: Node) -> bool:
    keys = {entry.key for entry in top.entries}
    if "$schema" in keys and {"properties", "type"} & keys:
        return True
    return top.kind == "map" and bool(keys & _DESCRIPTIONS)


def _by_rule(
    document: Document, rule: ConfigRule, line: LineRule, root: Found, reader: ValueReader
) -> Iterator[ConfigSite]:
    top = document.top.node
    for path in line.at:
        for found in find(root, path, top):
            if not all(holds(found, condition, top) for condition in line.when):
                continue
            key = found.keys[-1] if found.keys else ""
            text = key if line.key else found.text
            if found.node.first and line.what == "credential" and not line.key:
                yield from _in_block(document, found)
                continue
            if not text and line.what != "credential" and found.node.kind == "value":
                continue
            named = _named(line, key, text, reader)
            if named is None and not (line.any or line.platform or line.vendor):
                continue
            named = named or Named(line.what)
            yield ConfigSite(
                document.path, found.line, line.what,
                line.vendor or named.vendor, line.platform or named.platform or rule.gateway,
                named.model, named.key or key,
            )  # fmt: skip


def _is_wanted(
    document: Document, rule: ConfigRule, line: LineRule, root: Found, records: Records
) -> bool:
    """Whether ``only`` and ``unless`` let a line rule count here."""
    for use, wanted in ((line.only, True), (line.unless, False)):
        if use is None:
            continue
        named = first_text(root, use.at, document.top.node)
        name = named.text if named else None
        known = records.near(rule.id, use.record, name or "", document.path) is not None
        if known is not wanted:
            return False
    return True


def _in_block(document: Document, found: Found) -> Iterator[ConfigSite]:
    """Each setting of a credentials file that is written out as one text."""
    for offset, text in enumerate((found.text or "").split("\n")):
        key, separator, _ = text.partition("=" if "=" in text else ":")
        if separator and key.strip():
            line = found.node.first + offset
            yield ConfigSite(document.path, line, "credential", key=key.strip(' "'))


def _named(line: LineRule, key: str, text: str | None, reader: ValueReader) -> Named | None:
    if text is None:
        return None
    if line.what == "endpoint":
        return reader.address(key, text, certain=True) or reader.read(key, text)
    if line.what in ("model", "fallback"):
        ref = reader.matcher.read_model(text, line.grammar)
        if ref.known or line.any:
            return Named(line.what, ref.vendor, ref.platform, text if len(text) < 200 else None)
        return None
    return reader.read(key, text)


def _known_anywhere(document: Document, reader: ValueReader) -> Iterator[ConfigSite]:
    """Settings that name somebody known, in whatever format."""
    for leaf in leaves(document.top.node):
        parent = leaf.parent
        if leaf.node.first:
            yield from _in_script(document, leaf, reader)
        if parent is None:
            continue
        key, text = leaf.keys[-1], leaf.node.text
        if text is not None and (assigned := _ASSIGNMENT.fullmatch(text)) and key.isdecimal():
            key, text = assigned[1], assigned[2]
        if key.isdecimal():
            key = next((k for k in reversed(leaf.keys) if not k.isdecimal()), "").rstrip("s")
        called = parent.get("name") or parent.get("key") if key == "value" else None
        if called is not None:
            key = called.text or key
        named = reader.read(key, text) or _listed_model(key, text, parent, leaf, reader)
        if named is None or (called is not None and named.what == "credential"):
            continue  # a key is told of where its name stands
        if named.what == "model" and _is_table(parent):
            continue
        line = leaf.line if leaf.node.line <= leaf.line or leaf.node.first else leaf.node.line
        yield ConfigSite(
            document.path,
            line,
            named.what,
            named.vendor,
            named.platform,
            named.model,
            named.key or key,
        )


def _models_as_keys(document: Document, reader: ValueReader) -> Iterator[ConfigSite]:
    """``models: {acme-2: {temperature: 1}}``: settings of each model, under its name."""
    stack = [("", document.top.node)]
    while stack:
        key, node = stack.pop()
        stack.extend((entry.key, entry.node) for entry in reversed(node.entries))
        if node.kind != "map" or not key.lower().endswith("models"):
            continue
        for entry in node.entries:
            named = reader.offered(entry.key) if not _is_table(entry.node) else None
            if named is not None:
                yield ConfigSite(
                    document.path, entry.line, "model", named.vendor, named.platform, named.model,
                    entry.key,
                )  # fmt: skip


def _in_script(document: Document, leaf: Leaf, reader: ValueReader) -> Iterator[ConfigSite]:
    """Variables that lines of a script set, and secrets that they hand on."""
    for offset, text in enumerate((leaf.node.text or "").split("\n")):
        found = _SCRIPT_LINE.match(text)
        named = reader.read(found[1], found[2].strip(" \"';")) if found is not None else None
        if named is not None:
            line = leaf.node.first + offset
            yield ConfigSite(
                document.path, line, named.what, named.vendor, named.platform, named.model,
                named.key or None,
            )  # fmt: skip


def _listed_model(
    key: str, text: str | None, parent: Node, leaf: Leaf, reader: ValueReader
) -> Named | None:
    """``id: acme-2`` in a list of models, or beside a provider; one of a list under ``models``."""
    if leaf.keys[-1].isdecimal() and text is not None:
        among = any("model" in k.lower() for k in leaf.keys[:-1])
        return reader.offered(text) if among and not is_talk(key) else None
    if key not in ("id", "name", "slug", "value") or text is None:
        return None
    listed = any("model" in k.lower() for k in leaf.keys[:-1])
    owned = any(_OWNER.fullmatch(entry.key) for entry in parent.entries)
    alone = key == "name" and not any(entry.key == "id" for entry in parent.entries)
    return reader.model("model", text) if (listed and (key == "id" or alone)) or owned else None


def _is_table(parent: Node) -> bool:
    return any(TABLE_OF_LIMITS.search(entry.key) for entry in parent.entries)
