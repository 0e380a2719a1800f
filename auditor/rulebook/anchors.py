"""The words and texts without which no file can hold a model call or an address of one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from auditor.model.anchors import Anchors
from auditor.model.catalog import Catalog, Sdk, Via
from auditor.rulebook.hosts import GENERIC
from auditor.rulebook.model_strings import CODE_NAMES

#: A word of a pattern, once what only a regular expression means is gone.
_WORD = re.compile(r"[A-Za-z][\w-]{3,}")
_ESCAPED = re.compile(r"\\.|\(\?[:P<\w>]*|\[[^\]]*\]")
#: A stretch of a path's expression that is plain text, once what may be missing is gone.
_PLAIN = re.compile(r"[\w/\-]{6,}")
_GROUP = re.compile(r"\([^()]*\)")
_CHOICE = re.compile(r"\((?:\?:|\?P<\w+>)?([\w/-]+(?:\|[\w/-]+)*)\)(?![?*+{])")
_MAYBE = re.compile(r"(?:\\.|\[[^\]]*\]|.)[?*]|\\.|\[[^\]]*\]")
#: A placeholder that is a part of a word, so that the word has no certain end.
_GLUED = re.compile(r"\w\{|\}\w")

#: Words of files that take part without naming a library: settings modules, imports by name.
_SETTINGS = "INSTALLED_APPS"
_LOADERS = frozenset({"import_module", "__import__", "spec_from_file_location"})


#: Plain letters at the beginning of an id's expression, or a choice of such words.
_BEGINNING = re.compile(r"\^(?:\(\?:([\w|-]+)\)|([\w-]+))")

#: What stands between the parts of a name in languages where that is no dot.
_SEPARATORS = {"php": "\\"}


def config_anchors(catalog: Catalog) -> frozenset[bytes]:
    """Words without which a configuration file can name nobody: in lower case."""
    found: set[str] = {*_hosts(catalog), *_hosts(catalog, glued=True)}
    for platform in catalog.platforms.values():
        found.update((*platform.key_env, *platform.url_env))
        found.update(prefix for prefixes in platform.prefixes.values() for prefix in prefixes)
        found.update(image.strip("*") for image in platform.images)
    for vendor in catalog.vendors.values():
        found.update((vendor.id, *vendor.aliases))
        for pattern in (*vendor.models, *vendor.open_weights):
            found.update(_longest(_WORD, _ESCAPED.sub(" ", pattern)))
    for rule in catalog.configs:
        for condition in rule.has:
            found.update(_longest(_WORD, condition))
    return frozenset(word.lower().encode() for word in found if len(word) > 3)


def anchors_of(catalog: Catalog) -> Anchors:
    """Import roots of the libraries, hosts, and paths that many servers share."""
    modules: dict[str, set[str]] = defaultdict(set)
    for sdk in catalog.sdks:
        # HTTP libraries are everywhere; what makes one of their calls ours is the address. So is
        # what starts programs, and there it is the program.
        if sdk.via is not Via.HTTP and not any(_starting(sdk)):
            sign = _SEPARATORS.get(sdk.language, ".")
            modules[sdk.language].update(name.replace(".", sign) for name in sdk.modules)
    paths = [endpoint.path for endpoint in catalog.endpoints]
    hosts, glued = set(_hosts(catalog)), set(_hosts(catalog, glued=True))
    return Anchors(
        names=frozenset({_SETTINGS, *hosts - GENERIC}),
        loaders=_LOADERS,
        vague=_LOADERS | (hosts & GENERIC),
        parts=frozenset(glued.union(*map(_always_in, paths))),
        narrow_parts=frozenset(
            glued.union(*(_always_in(one) for path in paths for one in _spelled_out(path)))
        ),
        modules={language: frozenset(names) for language, names in modules.items()},
        code_names=catalog.code_names.union(
            *(p.prefixes.get(CODE_NAMES, ()) for p in catalog.platforms.values())
        ),
        programs=frozenset(p for c in catalog.configs for r in c.commands for p in r.programs),
        starters=frozenset(_starters(catalog)),
        models=frozenset(_beginnings(catalog)),
    )


def _beginnings(catalog: Catalog) -> Iterator[str]:
    """What the ids of models begin with, where that is more than a few letters."""
    for vendor in catalog.vendors.values():
        for pattern in (*vendor.models, *vendor.open_weights):
            found = _BEGINNING.match(pattern)
            words = (found[1] or found[2]).split("|") if found else []
            yield from (word.lower() for word in words if len(word) > 3)


def _starters(catalog: Catalog) -> Iterator[str]:
    """Of every function that runs a program the longest word of its name."""
    for sdk in catalog.sdks:
        yield from (max(re.findall(r"\w+", name), key=len) for name in _starting(sdk))


def _starting(sdk: Sdk) -> Iterator[str]:
    """The functions and objects of a library that run programs."""
    for function in sdk.functions:
        yield from function.names if function.target.program else ()
    for made in sdk.objects:
        yield from made.make if made.target.program else ()


def _spelled_out(path: str) -> list[str]:
    """An expression with a choice of plain texts as one expression for each of them."""
    choice = _CHOICE.search(path)
    if choice is None:
        return [path]
    before, after = path[: choice.start()], path[choice.end() :]
    return [one for text in choice[1].split("|") for one in _spelled_out(before + text + after)]


def _always_in(path: str) -> list[str]:
    """The longest text that is in whatever fits the expression."""
    while (without := _GROUP.sub(" ", path)) != path:
        path = without
    return _longest(_PLAIN, _MAYBE.sub(" ", path))


def _hosts(catalog: Catalog, *, glued: bool = False) -> Iterator[str]:
    """Of every host the longest part that is always there; ``glued``: those that are cut words."""
    for platform in catalog.platforms.values():
        for host in (*platform.hosts, *platform.shared_hosts):
            part = max(host.replace("}", "{").split("{")[::2], key=len)
            # Without the dots around it a lone word is one of any text.
            part = part.strip(".") if "." in part.strip(".") else part
            if len(part) > 3 and bool(_GLUED.search(host)) == glued:
                yield part


def _longest(kind: re.Pattern[str], text: str) -> list[str]:
    """The longest such stretch of a text, the last of several; none where it has none."""
    return sorted(kind.findall(text), key=len)[-1:]
