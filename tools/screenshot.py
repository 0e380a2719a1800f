"""docs/images/terminal.svg: what a terminal shows at the end of a scan of a sample.

``python -m tools.screenshot`` writes it. It names fonts that systems have, and loads none.
"""

from __future__ import annotations

import html
import io
import re
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.text import Text

from auditor.audit import audit
from auditor.report import View, render
from auditor.settings import Settings

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "images" / "terminal.svg"
SAMPLE = ROOT / "sample_repos" / "support-desk"
COLUMNS = 100

FORMAT = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>auditor scan in a terminal</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px;
}}
.{unique_id}-title {{ font-family: system-ui, sans-serif; font-size: 18px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def screen() -> str:
    """The report from its last finding on, with colours. The time it took is left out."""
    report = replace(audit([SAMPLE], Settings()), timings={})
    lines = render(report, "terminal", View(width=COLUMNS, color=True)).splitlines()
    empty = [place for place, line in enumerate(lines) if not line]
    last = max(place for place, line in enumerate(lines) if "┌" in line)
    return "\n".join(lines[max(place for place in empty if place < last) + 1 :])


def build() -> str:
    """The picture as it should stand in ``TARGET``."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(screen()), soft_wrap=True)
    title = f"auditor scan {SAMPLE.relative_to(ROOT).as_posix()}"
    return console.export_svg(title=title, code_format=FORMAT, unique_id="screen")


def shown(svg: str) -> list[str]:
    """The text in a picture, row by row, without blanks: how they are drawn is rich's affair."""
    rows: dict[str, str] = {}
    matrix = svg[svg.index('class="screen-matrix"') :]
    for height, text in re.findall(r'<text [^>]*y="([\d.]+)"[^>]*>(.*?)</text>', matrix, re.DOTALL):
        rows[height] = rows.get(height, "") + html.unescape(text)
    return [squeezed for text in rows.values() if (squeezed := "".join(text.split()))]


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
