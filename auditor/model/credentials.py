"""How variables are called that hold a credential, and what stands in for one until it is set."""

from __future__ import annotations

import re

_CREDENTIAL = re.compile(
    r"(?:^|_)(?:API_?KEY|ACCESS_?KEY|AUTH_?KEY|KEY|TOKEN|SECRET)S?$", re.IGNORECASE
)

_PLACEHOLDER = re.compile(
    r"your|place.?holder|change|replace|example|dummy|insert|enter|paste|todo|xxx|fake|demo|^<",
    re.IGNORECASE,
)

#: Stands in the name of a variable for the part that is not known: ``*_API_KEY``.
ANY_PART = "*"


def is_placeholder(text: str) -> bool:
    """Whether it is no credential but says where one belongs: ``your-key-here``."""
    return _PLACEHOLDER.search(text) is not None


def is_credential(name: str) -> bool:
    """Whether it is a key or the like, which no repository ships and every deployment sets."""
    return _CREDENTIAL.search(name) is not None


def known_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """The variables whose names are known whole: two of the others may be two or one."""
    return tuple(name for name in names if ANY_PART not in name)
