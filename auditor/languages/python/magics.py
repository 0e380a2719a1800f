"""IPython's own commands in a code cell, taken out so that Python remains.

They are recognised line by line, so a text is only cleaned when it does not parse as it stands:
``% y`` may also continue an expression, and ``!`` may stand in a long string.
"""

from __future__ import annotations

import re

# Cell magics whose cell is still Python. Under every other the cell is another language or data.
_PYTHON_CELLS = frozenset(
    {"capture", "memit", "mprun", "prun", "python", "python3", "time", "timeit"}
)

_FILE_CELLS = frozenset({"file", "writefile"})  # Python when the file is

_CELL = re.compile(r"\s*%%(\w+)(?P<rest>.*)")
_PYTHON_FILE = re.compile(r"\s*(?:-a\s+)?\S+\.py\s*$")
_TIMED = re.compile(r"(\s*)%(?:time|timeit|prun|memit)\s+(?:-\S+\s+(?:\d+\s+)?)*(?=\S)")
_ASSIGNED = re.compile(r"(\s*[\w.,\s\[\]'\"]+=\s*)(?:!(?!=)|%[A-Za-z]).*")
_COMMAND = re.compile(
    r"""(\s*)(?:
        (?:%{1,2}[A-Za-z]|!(?!=)).*  # %magic, !command
      | \?{1,2}\s*[\w.*%]+\s*;?      # ?help
      | [\w.*%]+\?{1,2}\s*;?         # help?
      | (?:pip3?|conda|mamba|uv)\s+[a-z].*   # magic even without its sign
    )$""",
    re.VERBOSE,
)


def is_foreign(source: str) -> bool:
    """Whether a cell magic says that this cell is not Python."""
    magic = _CELL.match(source)
    if magic is None or magic[1] in _PYTHON_CELLS:
        return False
    return not (magic[1] in _FILE_CELLS and _PYTHON_FILE.match(magic["rest"]))


def blank_magics(source: str) -> str:
    """The same number of lines without magics; each becomes ``pass``, so that blocks stay full."""
    cleaned: list[str] = []
    in_command = False
    for line in source.split("\n"):
        if in_command:
            in_command = line.endswith("\\")
            cleaned.append("")
            continue
        plain = _TIMED.sub(r"\1", line, count=1)
        command = _COMMAND.match(plain)
        assigned = _ASSIGNED.match(plain)
        if command is not None:
            in_command = line.endswith("\\")
            plain = command[1] + "pass"
        elif assigned is not None:
            in_command = line.endswith("\\")
            plain = assigned[1] + "..."
        cleaned.append(plain)
    return "\n".join(cleaned)
