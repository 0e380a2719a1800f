"""The documents of configuration files, those that stand inside others included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import translate
from functools import lru_cache
from pathlib import PurePosixPath

from auditor.configs.syntaxes import read_config
from auditor.discover.syntaxes import plain_path
from auditor.meaning.paths import Found, find, holds
from auditor.model.catalog import Catalog
from auditor.model.config import ConfigFile, Entry, Node
from auditor.model.config_rules import ConfigRule, JobRule, RecordRule, RouteRule

#: Files inside files inside files end here.
_DEEPEST = 2
_INSIDE = {
    ".yaml": "yaml", ".yml": "yaml", ".json": "json", ".toml": "toml", ".env": "dotenv",
    ".ini": "ini", ".cfg": "ini", ".conf": "ini", ".properties": "ini", ".py": "python",
    ".js": "javascript", ".ts": "typescript", ".sh": "shell",
}  # fmt: skip
#: Arguments of Terraform's resources that hold YAML: manifests, values of charts.
_MANIFESTS = frozenset({"yaml_body", "manifest", "values"})


@dataclass(frozen=True, slots=True)
class Document:
    """One document with the rules whose format it has; ``top`` is its whole tree.

    ``syntax`` may also be a programming language, where ``top`` is one text.
    """

    path: str
    syntax: str
    top: Found
    rules: tuple[tuple[ConfigRule, tuple[Found, ...]], ...]
    in_tests: bool = False

    @property
    def claimed(self) -> bool:
        """Whether a rule says all there is to say of the document."""
        return any(rule.claims for rule, _ in self.rules)


def documents_in(file: ConfigFile, catalog: Catalog, depth: int = 0) -> Iterator[Document]:
    """Every document of a file, each before those that stand inside it."""
    for node in file.documents:
        top = Found((), node.line, node)
        rules = tuple(_matching(file, top, catalog))
        yield Document(file.path, file.syntax, top, rules, file.in_tests)
        if depth < _DEEPEST and file.syntax in ("yaml", "json", "hcl", "toml"):
            for inner in _inside(file, node):
                yield from documents_in(inner, catalog, depth + 1)


def _matching(
    file: ConfigFile, top: Found, catalog: Catalog
) -> Iterator[tuple[ConfigRule, tuple[Found, ...]]]:
    for rule in catalog.configs:
        if rule.syntaxes and file.syntax not in rule.syntaxes:
            continue
        if rule.files and not path_fits(file.path, rule.files):
            continue
        roots = tuple(
            root
            for where in rule.roots
            for root in find(top, where)
            if all(holds(root, condition, top.node) for condition in rule.has)
        )
        if roots:
            yield rule, roots


def nodes_of(
    document: Document, root: Found, shape: RecordRule | RouteRule | JobRule
) -> Iterator[Found]:
    """The nodes that are what the shape describes, where the document may hold such."""
    top = document.top.node
    if not all(holds(root, condition, top) for condition in shape.has):
        return
    for path in shape.each:
        for node in find(root, path, top):
            if all(holds(node, condition, top) for condition in shape.when):
                yield node


def path_fits(path: str, globs: tuple[str, ...]) -> bool:
    """Whether a path fits one of the globs, or its last part one that has no slash."""
    whole, last = _compiled(globs)
    return any(whole.match(path) or last.match(name) for path, name in _names(path))


@lru_cache(maxsize=512)
def _names(path: str) -> tuple[tuple[str, str], ...]:
    """A path and its last part, and those that it has once it is copied from a template."""
    paths = dict.fromkeys((path.lower(), plain_path(path.lower())))
    return tuple((path, path.rpartition("/")[2]) for path in paths)


@lru_cache(maxsize=512)
def _compiled(globs: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The globs for whole paths, and those for their last part; ``**/`` may stand for nothing."""
    whole = [glob for glob in globs if "/" in glob]
    whole += [glob[3:] for glob in whole if glob.startswith("**/")]
    return _one_of(whole), _one_of(glob for glob in globs if "/" not in glob)


def _one_of(globs: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(translate(glob.lower()) for glob in globs) or "(?!)")


def _inside(file: ConfigFile, node: Node) -> Iterator[ConfigFile]:
    """Texts that are files themselves, with lines counted in the file around them."""
    stack = [Entry("", node.line, node)]
    while stack:
        key, _, here = stack.pop()
        listed = here.kind == "list"
        stack.extend(Entry(key, e.line, e.node) if listed else e for e in reversed(here.entries))
        syntax = _INSIDE.get(PurePosixPath(key).suffix.lower())
        if file.syntax == "hcl" and key in _MANIFESTS:
            if here.kind == "map":
                yield ConfigFile(file.path, "yaml", (here,), (), file.in_tests)
            syntax = syntax or "yaml"
        if here.text is None or not here.first or syntax is None or "\n" not in here.text:
            continue
        text = "\n" * (here.first - 1) + here.text
        if syntax in ("python", "javascript", "typescript"):
            whole = Node("value", here.first, here.end_line, text, (), 1)
            yield ConfigFile(file.path, syntax, (whole,), (), file.in_tests)
        else:
            yield read_config(syntax, file.path, text, file.in_tests)
