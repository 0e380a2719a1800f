"""What the walk brings home: files to read, paths left out, and what went wrong."""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass, field

from auditor.discover import classify
from auditor.discover.reasons import Reason
from auditor.discover.syntaxes import syntax_of
from auditor.model.source import Diagnostic, LeftOut, Severity, SourceFile


@dataclass(slots=True)
class Collection:
    """Everything met so far, by its path relative to ``root``."""

    root: str
    files: dict[str, SourceFile] = field(default_factory=dict)
    configs: dict[str, SourceFile] = field(default_factory=dict)
    unread: Counter[str] = field(default_factory=Counter)
    _left_out: dict[str, Reason] = field(default_factory=dict)
    _problems: list[Diagnostic] = field(default_factory=list)

    def take(self, path: str, language: str, *, named: bool = False) -> None:
        """Read this file unless it turns out to be no source; ``named`` ones may have any size."""
        try:
            found = _stat(path)
            reason = _reason_against(path, found, language, named=named)
        except OSError as error:
            self.fail(path, error)
            return
        if reason is not None:
            self.leave(path, reason)
            return
        shown = self._relative(path)
        self._left_out.pop(shown, None)
        self.files[shown] = SourceFile(
            shown, path, language, found.st_size, classify.is_in_tests(shown)
        )

    def take_config(self, path: str) -> None:
        """Read this file if its name is that of a configuration file and its size one too."""
        shown = self._relative(path)
        syntax = syntax_of(shown)
        if syntax is None:
            return
        try:
            found = _stat(path)
            size = found.st_size
            if not stat.S_ISREG(found.st_mode):
                return
            if classify.is_too_large(size, syntax):
                self.leave(path, Reason.TOO_LARGE)
            elif not classify.is_binary(head_of(path)):
                tests = classify.is_in_tests(shown)
                self.configs[shown] = SourceFile(shown, path, syntax, size, tests)
        except OSError as error:
            self.fail(path, error)

    def leave(self, path: str, reason: Reason) -> None:
        """Record that a file is not read."""
        self._left_out[self._relative(path)] = reason

    def leave_folder(self, path: str, reason: Reason) -> None:
        """Record that a folder, and so whatever is in it, is not read."""
        self._left_out[self._relative(path) + "/"] = reason

    def fail(self, path: str, error: OSError) -> None:
        """Record a file that the system would not let us read."""
        self.leave(path, Reason.UNREADABLE)
        self._report(path, error)

    def fail_folder(self, path: str, error: OSError) -> None:
        """Record a folder that the system would not let us read."""
        self.leave_folder(path, Reason.UNREADABLE)
        self._report(path, error)

    def left_out(self) -> tuple[LeftOut, ...]:
        """All that is not read, in order of path."""
        return tuple(sorted(LeftOut(path, reason.value) for path, reason in self._left_out.items()))

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that went wrong, and the languages that were met but cannot be read yet."""
        return tuple(sorted([*self._problems, *_unread_languages(self.unread)]))

    def _report(self, path: str, error: OSError) -> None:
        message = f"cannot be read: {error.strerror or type(error).__name__}"
        self._problems.append(Diagnostic(self._relative(path), 0, "unreadable", message))

    def _relative(self, path: str) -> str:
        """The POSIX path from the root; bytes that are not UTF-8 are written as ``\\xNN``."""
        before = self.root.rstrip(os.sep) + os.sep
        within = path.startswith(before)
        relative = path[len(before) :] if within else os.path.relpath(path, self.root)
        relative = relative.replace(os.sep, "/")
        return relative.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def head_of(path: str) -> bytes:
    """The first bytes of a regular file."""
    with open(path, "rb") as file:  # noqa: PTH123 - of every file: paths would cost more
        return file.read(classify.SNIFFED)


def _stat(path: str) -> os.stat_result:
    return os.stat(path)  # noqa: PTH116 - of every file: paths would cost more


def _reason_against(
    path: str, found: os.stat_result, language: str, *, named: bool
) -> Reason | None:
    if not stat.S_ISREG(found.st_mode):  # a pipe or a device: opening it could wait for ever
        return Reason.NOT_A_FILE
    if classify.is_too_large(found.st_size, language) and not named:
        return Reason.TOO_LARGE
    head = head_of(path)
    if classify.is_binary(head):
        return Reason.BINARY
    if classify.is_minified(path.rpartition(os.sep)[2], language, head) and not named:
        return Reason.MINIFIED
    return None


def _unread_languages(counts: Counter[str]) -> list[Diagnostic]:
    if not counts:
        return []
    found = ", ".join(f"{count} {language}" for language, count in sorted(counts.items()))
    files = "file was" if counts.total() == 1 else "files were"
    message = (
        f"{found} {files} not read: this version reads {', '.join(sorted(classify.LANGUAGES))}"
    )
    return [Diagnostic(".", 0, "language-not-read", message, Severity.INFO)]
