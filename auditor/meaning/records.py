"""Records: the nodes of a document that say whom to ask, and where each thing stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from auditor.meaning.addresses import host_and_path
from auditor.meaning.attempts import Said
from auditor.meaning.documents import Document, nodes_of
from auditor.meaning.paths import Found, first_text, fits
from auditor.model.config_rules import ConfigRule, Pick, RecordRule
from auditor.rulebook.hosts import is_near

#: Records go on in records at most so often.
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a record: what it says, under which key, with which text."""

    path: str
    line: int
    what: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """A target as far as its record tells, with the lines that tell it."""

    said: Said
    kind: str | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A record with its name, where it stands."""

    rule: ConfigRule
    record: RecordRule
    name: str
    document: Document
    node: Found


@dataclass(slots=True)
class Records:
    """All records by rule, record and name."""

    found: dict[tuple[str, str], list[Named]] = field(default_factory=dict)

    def add(self, document: Document) -> Iterator[Named]:
        """Enter the records of a document, and give them."""
        for rule, roots in document.rules:
            for record in rule.records:
                for root in roots:
                    for node in nodes_of(document, root, record):
                        name = text_of(document, node, record.name)
                        entry = Named(rule, record, name.text or "" if name else "", document, node)
                        self.found.setdefault((rule.id, record.id), []).append(entry)
                        yield entry

    def named(
        self, rule: str, record: str, name: str, path: str, keys: tuple[str, ...] = ()
    ) -> Named | None:
        """The record of that name: in the same file first, then nearby, then anywhere.

        In the same file one below ``keys`` goes before others.
        """
        every = self.found.get((rule, record), ())
        known = [n for n in every if n.name == name]
        # a name may be a pattern for several, such as `acme/*`
        known = known or [n for n in every if "*" in n.name and fits(name, n.name)]
        return min(
            known,
            key=lambda n: (
                distance(path, n.document.path),
                n.node.keys[: len(keys)] != keys,
                n.document.path,
            ),
            default=None,
        )

    def near(self, rule: str, record: str, name: str, path: str) -> Named | None:
        """The record of that name in the same folder."""
        found = self.named(rule, record, name, path)
        return found if found and distance(path, found.document.path) < 2 else None

    def any_near(self, rule: str, record: str, path: str) -> Named | None:
        """Some such record in the same folder."""
        known = self.found.get((rule, record), ())
        return next((n for n in known if distance(path, n.document.path) < 2), None)

    def stand_in(self, address: str, path: str) -> Named | None:
        """The server for tests that answers at an address of the team's own network."""
        host = host_and_path(address)[0].partition(":")[0]
        if "." in host and not is_near(host):
            return None
        for (rule, record), entries in self.found.items():
            if entries[0].record.stand_in:
                found = self.near(rule, record, host.partition(".")[0], path)
                if found is not None:
                    return found
        return None

    def target(self, entry: Named, depth: int = 0) -> Target:
        """Whom a record says to ask, with all it goes on in."""
        target = self._own(entry)
        if depth >= _DEEPEST:
            return target
        for use in entry.record.uses:
            at = first_text(entry.node, use.at, entry.document.top.node)
            if at is None or at.text is None:
                continue
            next_one = self.named(entry.rule.id, use.record, at.text, entry.document.path)
            if next_one is not None:
                target = _merged(target, self.target(next_one, depth + 1))
        return target

    def _own(self, entry: Named) -> Target:
        rule, document, node = entry.record, entry.document, entry.node
        lines: list[Line] = []

        def take(pick: Pick | None, what: str | None) -> str | None:
            found = text_of(document, node, pick)
            if found is not None and found.text is not None and what and found.line:
                key = found.keys[-1] if found.keys else ""
                lines.append(Line(document.path, found.line, what, key, found.text))
            return translated(found, pick)

        host, port = take(rule.host, "endpoint"), take(rule.port, None)
        url = take(rule.base_url, "endpoint") or (f"{host}:{port}" if host and port else host)
        said = Said(
            model=take(rule.model, "model"),
            grammar=rule.model.grammar if rule.model else None,
            provider=take(rule.provider, None),
            provider_grammar=rule.provider.grammar if rule.provider else None,
            url=url,
            key=take(rule.key, "credential"),
            platform=take(rule.platform, None),
        )
        return Target(said, take(rule.kind, None), tuple(lines))


def text_of(document: Document, node: Found, pick: Pick | None) -> Found | None:
    """What a pick finds at a node. ``@`` is the node's own key, ``@1`` the one above it."""
    if pick is None:
        return None
    for path in pick.at:
        if path.startswith("@"):
            above = int(path[1:] or 0)
            if above < len(node.keys):
                key = node.keys[-1 - above]
                return Found(node.keys, node.line, node.node._replace(kind="value", text=key))
            continue
        found = first_text(node, (path,), document.top.node)
        if found is not None:
            return found
    if pick.default is None:
        return None
    return Found((), 0, node.node._replace(kind="value", text=pick.default, line=0))


def translated(found: Found | None, pick: Pick | None) -> str | None:
    """The text that a pick found, put into the rule's words; a default is one already."""
    if found is None or found.text is None:
        return None
    if pick is not None and found.line:
        for pattern, value in pick.values.items():
            if fits(found.text, pattern):
                return value or None
    return found.text


def _merged(first: Target, second: Target) -> Target:
    """What the first leaves open, the second says."""
    mine, other = first.said, second.said
    said = replace(
        mine,
        model=mine.model or other.model,
        grammar=mine.grammar if mine.model else other.grammar,
        provider=mine.provider or other.provider,
        provider_grammar=mine.provider_grammar if mine.provider else other.provider_grammar,
        url=mine.url or other.url,
        key=mine.key or other.key,
        platform=mine.platform or other.platform,
    )
    return Target(said, first.kind or second.kind, first.lines + second.lines)


def distance(path: str, other: str) -> int:
    """0 in the same file, 1 in the same folder, more elsewhere."""
    if path == other:
        return 0
    mine, theirs = PurePosixPath(path).parent.parts, PurePosixPath(other).parent.parts
    shared = sum(1 for a, b in zip(mine, theirs, strict=False) if a == b)
    return 1 + len(mine) + len(theirs) - 2 * shared
