"""Settings files that a program reads by itself: ``json.load(open("config.json"))``."""

from __future__ import annotations

import posixpath
from itertools import islice

from auditor.discover.prefilter import SETTINGS
from auditor.discover.syntaxes import plain_path
from auditor.linker.settings import nearest
from auditor.linker.values import (
    HOLE,
    LONGEST_TEXT,
    NONE,
    UNKNOWN,
    Arguments,
    Constant,
    Foreign,
    Method,
    Text,
    Value,
    Values,
    argument,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.config import ConfigFile, Node, leaves
from auditor.model.credentials import is_credential
from auditor.model.program import Evidence

#: What makes values of a file, or of its text.
_PARSERS = frozenset({
    "json.load", "json.loads", "orjson.loads", "ujson.load", "ujson.loads", "json5.load",
    "json5.loads", "commentjson.load", "commentjson.loads", "simplejson.load", "simplejson.loads",
    "yaml.safe_load", "yaml.load", "yaml.full_load", "yaml.unsafe_load",
    "tomllib.load", "tomllib.loads", "tomli.load", "tomli.loads", "toml.load", "toml.loads",
    "omegaconf.OmegaConf.load", "globalThis.JSON.parse", "js-yaml.load", "yaml.parse",
    "toml.parse", "smol-toml.parse",
})  # fmt: skip
#: What gives a file, or a path, of which the first argument says where it is.
_OPENERS = frozenset({
    "builtins.open", "io.open", "codecs.open", "aiofiles.open", "anyio.open_file", "pathlib.Path",
    "anyio.Path", "fs.readFileSync", "node:fs.readFileSync",
    "fs.promises.readFile", "fs/promises.readFile", "node:fs/promises.readFile",
    "node:fs.promises.readFile", "fs.readFile", "fs-extra.readFileSync", "fs-extra.readJsonSync",
    "fs-extra.readJson", "fs-extra.readFile",
})  # fmt: skip
#: Methods that read the file whose path they belong to.
_READERS = frozenset({"open", "read_text", "read_bytes"})
#: A file with more values than this holds data, not settings.
_MOST = 400
#: How arguments are called that say what is opened or read.
_FIRST = ("file", "path", "fp", "f", "stream", "s")
#: Begins the name of an open file of the tree.
_FILE = "file:"
_WORDS = {"true": True, "false": False}


def settings_trees(files: tuple[ConfigFile, ...]) -> dict[str, Node]:
    """The one document of each file that may hold settings of a program, by path."""
    return {
        file.path: file.documents[0]
        for file in files
        if len(file.documents) == 1
        and file.syntax in SETTINGS
        and not file.in_tests
        and sum(1 for _ in islice(leaves(file.documents[0]), _MOST + 1)) <= _MOST
    }


def parsed(world: World, name: str, args: Arguments, place: Place) -> Values | None:
    """What opening or parsing a file of the tree gives; None where ``name`` does neither."""
    opens = name in _OPENERS
    if not world.documents or not (opens or name in _PARSERS):
        return None
    given = argument(args, 0, *_FIRST) or NONE
    for path in (_path(world, value) for value in given.items):
        if path is not None:
            return one(_file(path, place) if opens else _tree(world, path))
    return None


def opened(world: World, method: Method, place: Place) -> Values | None:
    """``(folder / "config.json").read_text()``: a path that code put together, as an open file."""
    if method.name not in _READERS or not isinstance(method.receiver, Text):
        return None
    path = _path(world, method.receiver)
    return one(_file(path, place)) if path is not None else None


def _file(path: str, place: Place) -> Value:
    return Foreign(f"{_FILE}{path}", (place.path, place.line))


def imported_file(world: World, importer: str, name: str) -> Values | None:
    """``import settings from "./settings.json"``: what the file holds."""
    if not name.endswith(".json"):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(importer), name))
    if name.startswith(".") and path in world.documents:
        return one(_tree(world, path))
    aliased = _found(world, f"{HOLE}/{name[2:]}") if name.startswith(("@/", "~/")) else None
    return one(_tree(world, aliased)) if aliased is not None else None


def _path(world: World, value: Value) -> str | None:
    """The settings file of the tree that a value names, or was read from."""
    match value:
        case Text(text):
            return _found(world, text)
        case Foreign(name) if name.startswith(_FILE) and value not in world.parents:
            return name.removeprefix(_FILE)
        case Foreign() if value in world.parents:
            return _path(world, world.parents[value])
        case _:
            return None


def _found(world: World, path: str) -> str | None:
    """The one file of the tree that a path means, as far as it is known."""
    _, hole, tail = path.replace("\\", "/").rpartition(HOLE)
    if tail.startswith("~") or (not hole and tail.startswith("/")):
        return None
    wanted = posixpath.normpath(tail.lstrip("/")).removeprefix("../")
    if (hole and not tail.startswith("/")) or not posixpath.splitext(wanted)[1]:
        return None
    exact = [p for p in world.documents if _ends(p, wanted)]
    found = exact or [p for p in world.documents if _ends(plain_path(p), wanted)]
    if hole and "/" not in wanted:
        found = [p for p in found if _is_above(posixpath.dirname(p), world.here)]
    near = nearest([(p, p) for p in found], world.here)
    return near[0] if len(near) == 1 else None


def _ends(path: str, wanted: str) -> bool:
    return path == wanted or path.endswith(f"/{wanted}")


def _is_above(folder: str, path: str) -> bool:
    return not folder or path.startswith(f"{folder}/")


def _tree(world: World, path: str) -> Value:
    return _value(world, path, "", world.documents[path], 0)


def _value(world: World, path: str, key: str, node: Node, line: int) -> Value:
    site = (path, node.line)
    inner = [(e.key, _value(world, path, _below(key, e.key), e.node, e.line)) for e in node.entries]
    if node.kind == "map":
        return world.heap.table(site, tuple((name, one(value)) for name, value in inner))
    if node.kind == "list":
        if plain_path(path) != path:
            return UNKNOWN.items[0]  # How many there are is not for an example to say.
        return world.heap.sequence(site, tuple(one(value) for _, value in inner))
    return _scalar(path, key, node.text, line)


def _below(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _scalar(path: str, key: str, text: str | None, line: int) -> Value:
    """A setting is what it ships with, and may be changed; a credential is nobody's business."""
    settable = (key,)
    if text is None:
        return Constant(None, settable)
    if is_credential(key.rpartition(".")[2]) or len(text) > LONGEST_TEXT:
        return UNKNOWN.items[0]
    if "${" in text or "{{" in text:
        return Text(HOLE, settable)
    if text.lower() in _WORDS:
        return Constant(_WORDS[text.lower()], settable)
    if text.isdecimal():
        return Constant(int(text), settable)
    return Text(text, settable, (Evidence(path, line, f"{key} is set here"),))
