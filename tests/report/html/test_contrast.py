"""Every pair of colours that text is written in, by the formula of WCAG 2.2, in each scheme."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = files("auditor.report.html").joinpath("style")
WASHES = ("stops", "degrades", "survives", "unknown")
TEXT = [
    *((ink, ground) for ink in ("ink", "quiet", "link") for ground in ("paper", "wash")),
    *((word, ground) for word in (*WASHES, "untouched") for ground in ("paper", "wash")),
    *((ink, f"{word}-wash") for word in WASHES for ink in (word, "ink", "quiet", "link")),
    ("paper", "ink"),
]


def schemes() -> dict[str, dict[str, str]]:
    """The colours of the light, the dark and the print scheme, by name."""
    text = STYLE.joinpath("1_tokens.css").read_text(encoding="utf-8")
    light, dark = text.split("@media")
    paper = STYLE.joinpath("6_print.css").read_text(encoding="utf-8")
    found = {"light": light, "dark": dark, "print": paper}
    return {
        name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for name, part in found.items()
    }


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(scheme: str, ink: str, ground: str) -> None:
    colors = schemes()[scheme]
    assert contrast(colors[ink], colors[ground]) >= 4.5


def test_the_schemes_know_the_same_colours() -> None:
    light, dark, paper = schemes().values()
    assert light.keys() == dark.keys() == paper.keys()
    assert len(light) == 16
