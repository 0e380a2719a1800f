"""Where text goes: results to stdout or to files, talk to stderr."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from auditor.graph.text import plain
from auditor.model.errors import AuditorError
from auditor.report import View

# For terminals that know only their own code page.
_ASCII = str.maketrans(
    {
        "✗": "x",
        "✓": "+",
        "─": "-",
        "█": "#",
        "░": ".",
        "…": "~",
        "·": "|",
        "→": ">",
        "━": "^",
        "│": "|",
        "┌": "+",
        "└": "+",
    }
)


def view_of_stdout(color: str = "auto", *, verbose: bool = False, timings: bool = False) -> View:
    """How wide the reader's screen is, and whether it shows colours. A pipe has 100 columns."""
    is_terminal = sys.stdout.isatty()
    size = shutil.get_terminal_size(fallback=(100, 24))
    columns = size.columns if is_terminal or os.environ.get("COLUMNS") else 100
    return View(max(columns, 40), _has_color(color, is_terminal), verbose, timings)


def say(text: str) -> None:
    """Lines to stderr, without whatever a scanned file may have put in them."""
    lines = [line[: len(line) - len(line.lstrip(" "))] + plain(line) for line in text.split("\n")]
    sys.stderr.write("\n".join(lines) + "\n")
    sys.stderr.flush()


def write_stdout(text: str, *, utf8: bool = False) -> None:
    """The result, as UTF-8 where a machine reads it, else as the terminal can show it."""
    encoding = "utf-8" if utf8 else sys.stdout.encoding or "utf-8"
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        data = text.translate(_ASCII).encode(encoding, "replace")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def write_file(path: Path, text: str) -> None:
    """The whole file or nothing: a reader never sees half of it."""
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():  # a pipe or device is there to be written to
            target.write_text(text, encoding="utf-8", newline="")
            return
        _replace(target, text)
    except OSError as error:
        raise AuditorError(
            f"{path} cannot be written: {error.strerror or error}",
            hint="name a file in a folder that exists and that you may write to",
        ) from error


def mute_stdout() -> None:
    """Send the rest nowhere, so that the interpreter's last flush finds an open end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _replace(target: Path, text: str) -> None:
    mask = os.umask(0)
    os.umask(mask)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _has_color(color: str, is_terminal: bool) -> bool:
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb"
