"""Reports full of text that no renderer may pass on as it stands."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import Phase, settings
from hypothesis import strategies as st

from auditor.model.report import AuditReport

NASTY = (
    "",
    " ",
    "\n",
    "a\r\nb",
    "\x00\x1b[31mred\x1b]0;title\x07",
    "\ud800 half a pair",
    "\ufffe\uffff",
    "\u202egnp.exe",
    "</script><script>alert(1)</script>",
    "<!-- auditor --><img src=x onerror=alert(1)>",
    "]]>&amp;<![CDATA[",
    "::error file=a.py,line=1::mine",
    "\n::set-output name=x::y",
    "##[error]mine",
    "%0A::stop-commands::x",
    "a|b\\|c",
    "`` ` ```\n~~~",
    "[click](javascript:alert(1)) ![](//evil)",
    "https://evil.example www.evil.example me@evil.example",
    "@everyone fixes #1",
    "# Heading\n- item\n1. item\n> quote\n---",
    "$x^2$ ~gone~ *bold* __bold__ :tada:",
    '"]; click n1 "javascript:alert(1)"; %%{init: {}}%%',
    "=HYPERLINK(1)",
    "../../../etc/passwd",
    "C:\\a b\\ü ?#%.py",
    "/etc/passwd",
    "//evil.example/a.py",
    "x" * 5000,
)
#: Reports are big: to look for the smallest bad one takes minutes and tells little.
quickly = settings(max_examples=40, deadline=None, phases=(Phase.reuse, Phase.generate))
TEXT = st.sampled_from(NASTY) | st.text(max_size=12)


def reports() -> st.SearchStrategy[AuditReport]:
    """Any report at all, of this schema version."""
    return of(AuditReport).map(lambda report: replace(report, schema_version="1"))


def of(kind: Any) -> st.SearchStrategy[Any]:
    """Anything that the hint ``kind`` of the model allows."""
    origin = get_origin(kind)
    if origin is UnionType:
        (inner,) = (one for one in get_args(kind) if one is not NoneType)
        return st.none() | of(inner)
    if origin is tuple:
        return st.lists(of(get_args(kind)[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(TEXT, of(get_args(kind)[1]), max_size=2)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: of(hints[field.name]) for field in fields(kind)})
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    plain: dict[type, st.SearchStrategy[Any]] = {
        str: TEXT,
        bool: st.booleans(),
        int: st.integers(0, 9999),
        float: st.floats(0, 9999).map(lambda number: round(number, 3)),
    }
    return plain[kind]
