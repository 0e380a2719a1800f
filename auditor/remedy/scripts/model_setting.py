"""A model whose name stands in many places of scripts is read from one setting."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath, splitext

from auditor.languages.javascript.places import SUFFIXES, Part
from auditor.model.remedy import Edit, Patch
from auditor.remedy.bench import SCRIPTS, Bench, language_of
from auditor.remedy.scripts.imports import Imports, Wanted
from auditor.remedy.scripts.script import Script
from auditor.remedy.scripts.style import style_of
from auditor.remedy.setting import home_among, places_of_name, variable_for
from auditor.remedy.source import CannotEdit

READS = "process.env"
_NO_VALUES = frozenset({"import_statement", "jsx_attribute", "literal_type"})


def name_once(bench: Bench) -> Patch:
    """The name stands as the default of one variable, and all other places refer to that.

    Raises ``CannotEdit`` where the places share no file that reads the environment already.
    """
    model, lines = places_of_name(bench.finding)
    if any(language_of(path) != SCRIPTS for path in lines):
        raise CannotEdit("it stands in files of several languages, which share no setting")
    imported = {path: dict(_imported(bench, path)) for path in sorted(lines)}
    place, modules = home_among(imported, lambda path: READS in bench.script(path).text)
    home = bench.script(place)
    variable = variable_for(bench, model)
    if variable in home.text:
        raise CannotEdit(f"{variable} already means something in {home.path}")
    at = Imports(home).after()
    edits = [_declared(home, variable, model, at, shared=bool(modules))]
    for path in lines:
        script = bench.script(path)
        said = variable
        if path != home.path:
            said, more = Imports(script).refer(Wanted(variable, modules[path]))
            edits += more
        for part in _written(script, model, lines[path]):
            if path == home.path and part.start < at:
                raise CannotEdit(f"the name is used in {path} before its settings are read")
            edits.append(script.replaced(part, said))
    note = f"{variable} in the environment now decides which model is asked"
    says = f"read {model} from {variable}"
    return Patch(bench.finding, "model-setting", says, tuple(edits), (note,))


def _declared(home: Script, variable: str, model: str, at: int, *, shared: bool) -> Edit:
    word = "export const" if shared else "const"
    gap = "" if home.text[at : at + 1] == "\n" else "\n"
    text = f'\n{word} {variable} = {READS}.{variable} ?? "{model}";\n{gap}'
    return home.inserted(at, style_of(home)(text), rank=2)


def _imported(bench: Bench, path: str) -> Iterator[tuple[str, str]]:
    """The repository's own files that a file imports from by a relative path, and that path."""
    for module in Imports(bench.script(path)).modules():
        if module.startswith("."):
            stem = normpath(join(dirname(path), module))
            plain = splitext(stem)[0] if stem.endswith((".js", ".mjs", ".cjs")) else stem
            for end in ("", *SUFFIXES):
                file = stem if not end else f"{plain}{end}"
                if file.endswith(SUFFIXES) and bench.text(file) is not None:
                    yield file, module
                    break


def _written(script: Script, model: str, lines: list[int]) -> Iterator[Part]:
    """The texts to replace, one or more on each of the lines."""
    for line in lines:
        found = [p for p in script.of_kind("string", line=line) if script.string(p) == model]
        if not found or not all(_is_value(script, part) for part in found):
            raise CannotEdit(f"the name at {script.path}:{line} is no text of its own")
        yield from found


def _is_value(script: Script, part: Part) -> bool:
    """Whether a name may stand in the place of a text."""
    around = script.parent(part)
    return around is not None and around.kind not in _NO_VALUES and part.field != "key"
