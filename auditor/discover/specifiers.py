"""Which file of the tree a module specifier of JavaScript or TypeScript means."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from auditor.model.packages import Aliases, Package, Packages

#: Suffixes that an import may leave out, in the order in which compilers try them.
SUFFIXES = (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte")
#: What is written in an import, and what the file may be called before it is compiled.
_SOURCES = {
    ".js": (".ts", ".tsx", ".jsx"),
    ".jsx": (".tsx",),
    ".mjs": (".mts",),
    ".cjs": (".cts",),
}
#: Folders of compiled files, whose sources lie elsewhere.
_BUILT = ("dist", "build", "lib", "out", "esm", "cjs")
#: How specifiers begin that mean files of the same repository, whether these are there or not.
BEGINNINGS = ("./", "../", "@/", "~/", "$lib/")
#: Beginnings that bundlers and frameworks take for the package's own folder, settings or not.
_OWN = {"@": ("", "src", "app"), "~": ("", "src", "app"), "~~": ("",), "$lib": ("src/lib",)}


class Specifiers:
    """The source files of a tree by every specifier that may name them."""

    def __init__(self, paths: Iterable[str], packages: Packages) -> None:
        self._paths = frozenset(paths)
        self._by_name = {p.name: p for p in packages.packages if p.name}
        self._by_folder = {p.folder: p for p in packages.packages}
        self._aliases: dict[str, list[Aliases]] = {}
        for aliases in packages.aliases:
            self._aliases.setdefault(aliases.folder, []).append(aliases)
        self._known: dict[tuple[str, str], str | None] = {}

    def resolve(self, specifier: str, importer: str) -> str | None:
        """The file that ``import "specifier"`` in ``importer`` means, None for one outside."""
        folder = posixpath.dirname(importer)
        key = (specifier, folder)
        if key not in self._known:
            wanted = specifier.partition("?")[0]
            self._known[key] = next(filter(None, self._candidates(wanted, folder)), None)
        return self._known[key]

    def below(self, beginning: str, importer: str) -> list[str]:
        """The files that ``import(`beginning${x}`)`` may mean."""
        folder = posixpath.dirname(importer)
        if not beginning.startswith("."):
            return []
        start = posixpath.normpath(posixpath.join(folder, beginning + "x"))[:-1]
        return sorted(path for path in self._paths if path.startswith(start))

    def _candidates(self, specifier: str, folder: str) -> Iterator[str | None]:
        if specifier.startswith("."):
            yield self._file(posixpath.join(folder, specifier))
            return
        above = list(_above(folder))
        for outer in above:
            for aliases in self._aliases.get(outer, ()):
                yield from self._aliased(aliases, specifier)
        for outer in above:
            package = self._by_folder.get(outer)
            if package is not None:
                yield from self._private(package, specifier)
        yield from self._of_package(specifier)

    def _aliased(self, aliases: Aliases, specifier: str) -> Iterator[str | None]:
        for pattern, targets in aliases.paths:
            before, star, after = pattern.partition("*")
            fits = specifier.startswith(before) and specifier.endswith(after)
            if pattern == specifier or (star and fits):
                middle = specifier[len(before) : len(specifier) - len(after)]
                for target in targets:
                    yield self._file(target.replace("*", middle, 1))
        if aliases.base is not None:
            yield self._file(posixpath.join(aliases.base, specifier))

    def _private(self, package: Package, specifier: str) -> Iterator[str | None]:
        """Names that only hold inside of a package."""
        for name, target in package.imports.items():
            before, star, _ = name.partition("*")
            if name == specifier:
                yield self._source(package.folder, target)
            elif star and specifier.startswith(before):
                yield self._source(package.folder, target.replace("*", specifier[len(before) :]))
        first, _, rest = specifier.partition("/")
        for start in _OWN.get(first, ()):
            yield self._file(posixpath.join(package.folder, start, rest))

    def _of_package(self, specifier: str) -> Iterator[str | None]:
        """Another package of the same repository."""
        words = specifier.split("/")
        for count in (2, 1):
            package = self._by_name.get("/".join(words[:count]))
            if package is None:
                continue
            rest = "/".join(words[count:])
            subpath = f"./{rest}" if rest else "."
            for name, target in package.exports.items():
                before, star, after = name.partition("*")
                if name == subpath:
                    yield self._source(package.folder, target)
                elif star and subpath.startswith(before) and subpath.endswith(after):
                    middle = subpath[len(before) : len(subpath) - len(after)]
                    yield self._source(package.folder, target.replace("*", middle))
            yield self._file(posixpath.join(package.folder, rest))
            yield self._file(posixpath.join(package.folder, "src", rest))
            return

    def _source(self, folder: str, target: str) -> str | None:
        """The file at ``target``, or the source it is built from."""
        found = self._file(posixpath.join(folder, target))
        words = posixpath.normpath(target).split("/")
        for position, word in enumerate(words):
            if found is None and word in _BUILT:
                rest = "/".join(words[position + 1 :])
                found = self._file(posixpath.join(folder, "src", rest)) or self._file(
                    posixpath.join(folder, rest)
                )
        return found

    def _file(self, path: str) -> str | None:
        path = posixpath.normpath(path)
        if path in self._paths:
            return path
        stem, suffix = posixpath.splitext(path)
        stem, suffix = (stem[:-2], ".js") if path.endswith(".d.ts") else (stem, suffix)
        tried = [stem + other for other in _SOURCES.get(suffix, ())]
        tried += [path + other for other in SUFFIXES]
        tried += [posixpath.join(path, "index" + other) for other in SUFFIXES]
        return next(
            (other for other in map(posixpath.normpath, tried) if other in self._paths), None
        )


def _above(folder: str) -> Iterator[str]:
    """The folder and those above it, nearest first; the root is ""."""
    while folder:
        yield folder
        folder = posixpath.dirname(folder)
    yield ""
