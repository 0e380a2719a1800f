"""What settings files give to the program that reads them: addresses and models, by key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from auditor.meaning.addresses import is_url
from auditor.meaning.documents import Document
from auditor.meaning.values import ValueReader, shipped
from auditor.model.config import Declared, leaves

#: Syntaxes that programs keep settings of their own in.
_SYNTAXES = frozenset({"yaml", "toml", "json", "ini", "prompt"})
_KINDS = frozenset({"endpoint", "model"})
#: A key with more values than this is no setting but data.
_MOST = 40


def settings_in(
    documents: Iterable[Document], reader: ValueReader
) -> dict[str, tuple[Declared, ...]]:
    """Addresses and models under each key, and under each path of keys."""
    found: dict[str, list[Declared]] = defaultdict(list)
    # Under a key that names somebody once, any address counts.
    telling: set[str] = set()
    for document in documents:
        if document.in_tests or document.syntax not in _SYNTAXES or _is_machinery(document):
            continue
        for leaf in leaves(document.top.node):
            keys = [key for key in leaf.keys if not key.isdigit()]
            text = leaf.node.text
            if not keys or not text:
                continue
            usual = shipped(text) or text
            if _names(reader, keys[-1], usual):
                telling.add(keys[-1].lower())
            elif not is_url(usual):
                continue
            said = Declared(keys[-1], document.path, leaf.line, text)
            for name in dict.fromkeys((keys[-1], ".".join(keys))):
                found[name.lower()].append(said)
    kept = {
        name: tuple(sorted(set(said)))
        for name, said in found.items()
        if name.rpartition(".")[2] in telling
    }
    return {name: said for name, said in kept.items() if len({s.value for s in said}) <= _MOST}


def _names(reader: ValueReader, key: str, text: str) -> bool:
    named = reader.read(key, text)
    return named is not None and named.what in _KINDS


def _is_machinery(document: Document) -> bool:
    """Whether the document is for those who build or deploy, not for the program."""
    return any(rule.jobs or rule.packages or rule.environment for rule, _ in document.rules)
