"""What is wrong with the rules: gathered while reading, told all at once with file and line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from auditor.model.errors import AuditorError
from auditor.rulebook.read_yaml import front_matter, line_of


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a rule was written: what to call the file, the file, and the line where that is known.

    ``path`` is None for rules that are made of settings.
    """

    shown: str
    path: Path | None
    line: int = 0


class RuleError(AuditorError):
    """The rules hold mistakes; ``problems`` lists each as ``file:line: what``."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        count = "1 mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
        super().__init__(
            f"{count} in the rules:\n" + "\n".join(f"  {line}" for line in problems),
            "rules/README.md says what may stand in each file; auditor rules new writes one.",
        )
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of a rule file: the path below the rules folder, and the keys that lead there."""

    file: str
    keys: tuple[str | int, ...] = ()

    def at(self, *keys: str | int) -> Place:
        """The entry at ``keys`` below this one."""
        return Place(self.file, self.keys + keys)


@dataclass(slots=True)
class Problems:
    """The mistakes found so far; ``known`` are the ids that may be referred to, by family.

    ``trusted`` data was checked before: what is slow to check need not be checked again.
    ``origins`` says of files that do not lie in the shipped folder where they were written.
    """

    known: dict[str, frozenset[str]] = field(default_factory=dict)
    trusted: bool = False
    origins: dict[str, Origin] = field(default_factory=dict)
    found: list[tuple[Place, str, int]] = field(default_factory=list)

    def add(self, place: Place, message: str, line: int = 0) -> None:
        """Note a mistake; ``line`` where it is known already."""
        self.found.append((place, message, line))

    def raise_any(self, root: Path) -> None:
        """Raise what was found, if anything; only now are the files read again for their lines."""
        if not self.found:
            return
        # What could not be read at all leaves others referring to nothing: it comes first, alone.
        found = [entry for entry in self.found if entry[2]] or self.found
        lines = {(*self._place(root, p, line), message) for p, message, line in found}
        raise RuleError(tuple(f"{file}:{line}: {what}" for file, line, what in sorted(lines)))

    def _place(self, root: Path, place: Place, line: int) -> tuple[str, int]:
        """What to call the file, and the line in it."""
        origin = self.origins.get(place.file)
        if origin is None:
            return place.file, line or _line(root / place.file, place)
        if origin.path is None:
            return origin.shown, origin.line
        return origin.shown, line or _line(origin.path, place)


def _line(path: Path, place: Place) -> int:
    if not path.is_file():
        return 1
    text = path.read_bytes()
    return line_of(front_matter(text) if path.suffix == ".md" else text, place.keys)


def suggest(word: str, known: Iterable[str]) -> str:
    """`` - did you mean 'x'?``, or nothing."""
    near = difflib.get_close_matches(word, sorted(known), n=1)
    return f" - did you mean '{near[0]}'?" if near else ""
