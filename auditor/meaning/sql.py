"""SQL that asks models: functions of databases, and models written into tables as defaults."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.configs.sql import SqlPart, parts_of
from auditor.meaning.documents import Document
from auditor.meaning.values import ValueReader
from auditor.model.catalog import Catalog
from auditor.model.config import ConfigSite
from auditor.model.config_rules import SqlRule

#: Statements that only change rows that are there.
_ROWS = re.compile(r"\b(?:WHERE|SET)\b[^=]*=\s*$", re.IGNORECASE)
_WORD = re.compile(r"[\w./:@-]{2,80}")


class SqlReader:
    """Knows the functions that the rules list."""

    def __init__(self, catalog: Catalog) -> None:
        self.rules = [rule for config in catalog.configs for rule in config.sql]
        names = "|".join(pattern for rule in self.rules for pattern in rule.functions)
        self._any = re.compile(f"(?:{names})$", re.IGNORECASE) if names else None
        self._each = [
            (re.compile(f"(?:{'|'.join(rule.functions)})$", re.IGNORECASE), rule)
            for rule in self.rules
        ]

    def function(self, name: str) -> SqlRule | None:
        """The rule for a called function."""
        if self._any is None or not self._any.match(name):
            return None
        return next((rule for pattern, rule in self._each if pattern.match(name)), None)

    def calls(self, document: Document) -> Iterator[tuple[SqlPart, SqlRule]]:
        """The calls of such functions in a document."""
        if document.top.text is not None:
            for part in parts_of(document.top.text):
                if part.kind == "call" and (rule := self.function(part.text)):
                    yield part, rule


def sql_lines(document: Document, reader: ValueReader) -> Iterator[ConfigSite]:
    """Literals that are model ids, where they become a row's value."""
    if document.top.text is None:
        return
    for part in parts_of(document.top.text):
        if part.kind != "text" or not _WORD.fullmatch(part.text) or _ROWS.search(part.before):
            continue
        named = reader.model("model", part.text)
        if named is not None and ("-" in part.text or named.platform):
            yield ConfigSite(
                document.path, part.line, "model", named.vendor, named.platform, part.text
            )
