"""Jinja2 as this page needs it: everything from a report is made plain, then escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from auditor.graph.text import place, plain
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.html.scenarios import OUTCOMES
from auditor.report.html.words import SAID, some, verb
from auditor.report.links import source_link

PACKAGE = "auditor.report.html"
_SPACES = re.compile(r" {2,}")
_TAG = re.compile(r"(?s)<(?P<raw>style|script)\b.*?</(?P=raw)>|<[a-z][^<>]*>")
_QUOTED = re.compile(r'(?<==)"([\w#:.-]+)"(?=[ >])')
_STYLE = re.compile(r'("[^"]*")|\s*([{};])[^\S\n]*|(?<=[:,])\s+')
_REMARKS = ("//", "/*")  # each stands on a line of its own


def environment(names: Mapping[str, str], source: Callable[[str, int], str]) -> Environment:
    """Templates with the words that pages need, and the names of the ids in them."""
    made = Environment(
        loader=PackageLoader(PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_plain,
    )
    made.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
    made.filters["title_of"] = lambda id: names.get(id, id)
    made.globals.update(
        outcomes=OUTCOMES,
        said=SAID,
        verb=verb,
        some=some,
        place=place,
        source=source,
    )
    return made


def source_of(report: AuditReport, view: View) -> Callable[[str, int], str]:
    """Where a line can be seen on the forge, empty where that is not known."""
    known = view.source_url.startswith(("https://", "http://"))
    return lambda path, line: (
        (source_link(report, view.source_url, path, line) or "") if known else ""
    )


def tight(text: str) -> str:
    """The page without indentation, and quotes that HTML can do without.

    Both are for those who read the templates; text from a report never depends on them.
    """
    lines = (_SPACES.sub(" ", line).strip() for line in text.splitlines())
    return _TAG.sub(_unquoted, "\n".join(filter(None, lines))) + "\n"


def _unquoted(tag: re.Match[str]) -> str:
    return tag[0] if tag["raw"] else _QUOTED.sub(r"\1", tag[0])


def style() -> Markup:
    """The style sheets, a rule in a line."""
    return Markup(_STYLE.sub(lambda part: part[1] or part[2] or "", joined("style", "css")))


def joined(folder: str, suffix: str) -> Markup:
    """The files of a folder of this package, in the order of their names, without remarks."""
    found = files(PACKAGE).joinpath(folder).iterdir()
    named = sorted((file for file in found if file.name.endswith(f".{suffix}")), key=_name)
    lines = [line for file in named for line in file.read_text(encoding="utf-8").splitlines()]
    return Markup("\n".join(line for line in lines if not line.lstrip().startswith(_REMARKS)))


def _name(file: Traversable) -> str:
    return file.name


def _plain(value: object) -> object:
    """Text without control characters and direction marks; markup of our own stays as it is."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else plain(value)
