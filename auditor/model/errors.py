"""The one kind of exception that a user is meant to see; ``cli/`` catches it once."""

from __future__ import annotations


class AuditorError(Exception):
    """Something the user can put right: ``message`` says what is wrong, ``hint`` what to do."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
