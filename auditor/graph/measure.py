"""How wide text will be, near enough to lay out a drawing without a font at hand."""

from __future__ import annotations

from unicodedata import east_asian_width

_NARROW = frozenset("fijlrtI.,:;'`|!()[]{}/\\- ")
_WIDE = frozenset("mwMW@%…—")


def text_width(text: str, size: float) -> float:
    """The width of a line in a common sans-serif at this size, rather too much than too little."""
    return size * sum(_share(char) for char in text)


def _share(char: str) -> float:
    if char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.94
    if char.isupper():
        return 0.7
    return 1.05 if east_asian_width(char) in "WF" else 0.58


def fit(text: str, size: float, room: float, *, cut_start: bool = False) -> str:
    """As much of the text as the room holds; an ellipsis stands for the rest."""
    if text_width(text, size) <= room:
        return text
    kept, width = 0, text_width("…", size)
    for char in reversed(text) if cut_start else text:
        width += size * _share(char)
        if width > room:
            break
        kept += 1
    return "…" + text[len(text) - kept :] if cut_start else text[:kept].rstrip() + "…"
