"""A model whose name stands in many places is read from one setting."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import PurePosixPath

import libcst as cst

from auditor.model.remedy import Edit, Patch
from auditor.remedy.bench import Bench
from auditor.remedy.names import Names
from auditor.remedy.setting import home_among, places_of_name, variable_for
from auditor.remedy.settings_class import settings_in, with_field
from auditor.remedy.source import CannotEdit, Source, dotted

#: How code reads the environment; a file without either keeps its settings elsewhere, or has none.
READS = ("os.getenv", "os.environ")
LOADS = "load_dotenv"


def name_once(bench: Bench) -> Patch:
    """The name stands as the default of one variable, and all other places refer to that.

    Raises ``CannotEdit`` where the places share no file that reads the environment already.
    """
    model, lines = places_of_name(bench.finding)
    imported = {path: dict(_imported(bench, path)) for path in sorted(lines)}
    place, modules = home_among(imported, lambda path: _has_settings(bench.source(path)))
    home = bench.source(place)
    variable = variable_for(bench, model)
    names = Names(home)
    if variable in home.text:
        raise CannotEdit(f"{variable} already means something in {home.path}")
    at, declared, said = _setting(home, names, variable, model)
    written = [(path, list(_written(bench.source(path), model, lines[path]))) for path in lines]
    if any(path == home.path and home.range(n)[0] < at for path, nodes in written for n in nodes):
        raise CannotEdit(f"the name is used in {home.path} before its settings are read")
    edits = list(declared)
    first, _, rest = said.partition(".")
    for path, nodes in written:
        here = first
        if path != home.path:
            here, more = Names(bench.source(path)).refer(f"{modules[path]}.{first}")
            edits += more
        whole = f"{here}.{rest}" if rest else here
        edits += (bench.source(path).replaced(node, whole) for node in nodes)
    note = f"{said} now decides which model is asked, in every environment"
    if not rest:
        note = f"{variable} in the environment now decides which model is asked"
    return Patch(bench.finding, "model-setting", f"read {model} from {said}", tuple(edits), (note,))


def _setting(home: Source, names: Names, variable: str, model: str) -> tuple[int, list[Edit], str]:
    """Where the setting is known from, the edits that make it, and how code speaks of it."""
    settings = None if _reads(home) else settings_in(home)
    if settings is None:
        at = _below_settings(home, names)
        return at, list(_declared(home, names, variable, model, at)), variable
    name = variable.lower()
    if name in home.text:
        raise CannotEdit(f"{name} already means something in {home.path}")
    said = f"{settings.instance}.{name}"
    return settings.made, [with_field(home, settings, name, model)], said


def _reads(source: Source) -> bool:
    """Whether a file reads the environment by itself."""
    return any(reads in source.text for reads in READS)


def _has_settings(source: Source) -> bool:
    """Whether a setting more would be at home in a file."""
    return _reads(source) or settings_in(source) is not None


def _imported(bench: Bench, path: str) -> Iterator[tuple[str, str]]:
    """The repository's own files that a file imports names from, and the module it says."""
    here = PurePosixPath(path).parent
    for line in bench.source(path).module.body:
        for small in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            if isinstance(small, cst.ImportFrom) and small.module is not None:
                name, dots = dotted(small.module), len(small.relative)
                base = list(chain([here], here.parents))
                for folder in base[dots - 1 : dots] if dots else base:
                    file = (folder / f"{name.replace('.', '/')}.py").as_posix()
                    if bench.text(file) is not None:
                        yield file, "." * dots + name
                        break


def _written(source: Source, model: str, lines: list[int]) -> Iterator[cst.SimpleString]:
    """The texts to replace, one or more on each of the lines."""
    for line in lines:
        found = [node for node in source.strings(line) if node.evaluated_value == model]
        if not found:
            raise CannotEdit(f"the name at {source.path}:{line} is no text of its own")
        yield from found


def _below_settings(home: Source, names: Names) -> int:
    """Behind the imports, and behind the line that loads a file of settings, if there is one."""
    at = names.after_imports()
    for line in home.module.body:
        if isinstance(line, cst.SimpleStatementLine) and f"{LOADS}(" in home.code(line):
            end = home.text.find("\n", home.range(line)[1]) + 1
            at = max(at, end)
    return at


def _declared(home: Source, names: Names, variable: str, model: str, at: int) -> Iterator[Edit]:
    way = READS[0] if "getenv(" in home.text else READS[1]
    said, edits = names.refer(way)
    get = said if way == READS[0] else f"{said}.get"
    yield from edits
    gap = "" if home.text[at : at + 1] == "\n" else "\n"
    yield home.inserted(at, f'\n{variable} = {get}("{variable}", "{model}")\n{gap}', rank=2)
