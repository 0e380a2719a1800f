"""Words with which gateways say on which errors they go on: they become error classes."""

from __future__ import annotations

import re

#: Words of proxies and gateways, without dashes and underscores.
_WORDS = {
    "error": ("connect",),
    "errors": ("connect",),
    "connectfailure": ("connect",),
    "connecterror": ("connect",),
    "refusedstream": ("connect",),
    "reset": ("connect",),
    "networkerror": ("connect",),
    "timeout": ("timeout",),
    "timeouts": ("timeout",),
    "5xx": ("5xx", "529", "connect", "timeout"),
    "gatewayerror": ("5xx", "529", "connect", "timeout"),
    "servererror": ("5xx", "529"),
    "internalservererror": ("5xx",),
    "overloaded": ("529",),
    "ratelimit": ("429",),
    "ratelimited": ("429",),
    "4xx": ("429", "auth", "model-not-found"),
    "any": ("connect", "timeout", "5xx", "529", "429", "auth", "model-not-found"),
}
_STATUS = re.compile(r"(?:http)?([1-5]\d\d)")
_BY_STATUS = {"401": "auth", "403": "auth", "404": "model-not-found", "408": "timeout"}


def classes_of(word: str) -> tuple[str, ...]:
    """The error classes that a word or an HTTP status stands for."""
    plain = re.sub(r"[^a-z0-9]", "", word.lower())
    if plain in _WORDS:
        return _WORDS[plain]
    status = _STATUS.fullmatch(plain)
    if status is None:
        return ()
    code = status[1]
    if code in _BY_STATUS:
        return (_BY_STATUS[code],)
    # An overloaded platform answers 529, or 503 where it knows no 529.
    if code in ("429", "529"):
        return (code,)
    return ("5xx",) if code.startswith("5") else ()
