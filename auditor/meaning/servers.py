"""Services of the tree itself that are a known gateway or model server, by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.meaning.documents import Document
from auditor.meaning.paths import Found, find, fits, holds
from auditor.model.catalog import Catalog, Platform
from auditor.model.config_rules import ServerRule


@dataclass(frozen=True, slots=True)
class Server:
    """A name or ``:PORT`` of this machine, with the platform there, or the names it leads to."""

    name: str
    platform: str | None
    behind: tuple[str, ...] = ()


class Servers:
    """Reads the servers of documents with one catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._images = [
            (pattern, platform) for platform in catalog.platforms.values()
            for pattern in platform.images
        ]  # fmt: skip

    def of(self, document: Document) -> Iterator[Server]:
        """Every server that a document runs or gives a name."""
        for rule, roots in document.rules:
            for shape in rule.servers:
                for root in roots:
                    yield from self._servers(document, shape, root)

    def _servers(self, document: Document, shape: ServerRule, root: Found) -> Iterator[Server]:
        top = document.top.node
        if not all(holds(root, condition, top) for condition in shape.has):
            return
        for node in (found for path in shape.each for found in find(root, path, top)):
            platform = self._runs(_texts(node, shape.image, document))
            behind = tuple(_texts(node, shape.behind, document))
            if platform is None and not behind:
                continue
            shown = platform.id if platform else None
            for name in dict.fromkeys(_names(node, shape, document)):
                yield Server(name.lower(), shown, behind)

    def _runs(self, images: Iterable[str]) -> Platform | None:
        """What one of the containers runs."""
        for image in images:
            for pattern, platform in self._images:
                if fits(image, pattern):
                    return platform
        return None


def names_of(servers: Iterable[Server]) -> dict[str, str]:
    """Names and ports with their platforms; where the tree disagrees, none is taken to be right."""
    found: dict[str, set[str]] = {}
    every = tuple(servers)
    for server in every:
        if server.platform:
            found.setdefault(server.name, set()).add(server.platform)
    for server in every:
        known = [found[name.lower()] for name in server.behind if name.lower() in found]
        if server.platform is None and known:
            found.setdefault(server.name, set()).update(*known)
    return {name: platforms.pop() for name, platforms in found.items() if len(platforms) == 1}


def _names(node: Found, shape: ServerRule, document: Document) -> Iterator[str]:
    for path in shape.names:
        if path == "@":
            yield from node.keys[-1:]
        else:
            yield from _texts(node, (path,), document)
    for text in _texts(node, shape.ports, document):
        published, separator, _ = text.rpartition(":")
        port = published.rpartition(":")[2]
        if separator and port.isdecimal():
            yield f":{port}"


def _texts(node: Found, paths: Iterable[str], document: Document) -> Iterator[str]:
    for path in paths:
        for found in find(node, path, document.top.node):
            if found.text:
                yield found.text
