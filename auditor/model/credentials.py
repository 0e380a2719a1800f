"""How variables are called that hold a credential."""

from __future__ import annotations

import re

_CREDENTIAL = re.compile(
    r"(?:^|_)(?:API_?KEY|ACCESS_?KEY|AUTH_?KEY|KEY|TOKEN|SECRET)S?$", re.IGNORECASE
)


def is_credential(name: str) -> bool:
    """Whether it is a key or the like, which no repository ships and every deployment sets."""
    return _CREDENTIAL.search(name) is not None
