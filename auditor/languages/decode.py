"""Bytes of a source file to clean UTF-8: byte order marks, declared encodings, odd line ends."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import NamedTuple

from auditor.model.source import Diagnostic

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Quadratic on long input, and nobody writes programs in them.
_REFUSED = frozenset({"punycode", "idna"})


class Decoded(NamedTuple):
    """UTF-8 text whose only line end is ``\\n``, and what was odd about the original."""

    text: bytes
    problems: tuple[Diagnostic, ...]


def decode(path: str, raw: bytes, declared: Callable[[bytes], str | None] | None = None) -> Decoded:
    """Decode by byte order mark, declaration or UTF-8; what fits none is read as Latin-1.

    ``declared`` reads the encoding that the file itself names, None for UTF-8 and for none.
    """
    text, problem = _to_utf8(raw, declared(raw) if declared is not None else None)
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\0" in text:
        text = text.replace(b"\0", b" ")
        problem = problem or "NUL bytes were read as spaces"
    problems = (Diagnostic(path, 0, "encoding", problem),) if problem else ()
    return Decoded(text, problems)


def count_lines(text: bytes) -> int:
    """Lines as an editor counts them; a last line without its line end is one too."""
    return text.count(b"\n") + (bool(text) and not text.endswith(b"\n"))


def _to_utf8(raw: bytes, cookie: str | None) -> tuple[bytes, str]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = _transcode(raw, encoding) if encoding != "utf-8" else _checked(raw[len(mark) :])
            if text is not None:
                return text, ""
            return _latin1(raw[len(mark) :]), f"not {encoding}, which its byte order mark promises"
    if cookie is not None:
        text = _transcode(raw, cookie)
        if text is not None:
            return text, ""
    plain = _checked(raw)
    if plain is not None:
        return plain, "its coding cookie is wrong, read as utf-8" if cookie else ""
    return _latin1(raw), "neither utf-8 nor what its coding cookie says, read as latin-1"


def _transcode(raw: bytes, encoding: str) -> bytes | None:
    try:
        if codecs.lookup(encoding).name in _REFUSED:
            return None
        # A codec may produce lone surrogates, which UTF-8 cannot hold.
        return raw.decode(encoding).encode("utf-8", "replace")
    except (LookupError, ValueError):
        return None


def _checked(raw: bytes) -> bytes | None:
    if raw.isascii():
        return raw
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return raw


def _latin1(raw: bytes) -> bytes:
    return raw.decode("latin-1").encode("utf-8")
