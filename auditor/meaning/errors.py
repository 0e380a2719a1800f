"""Words with which gateways say on which errors they go on: they become error classes."""

from __future__ import annotations

import re

#: Words of proxies and gateways, without dashes and underscores.
_WORDS = {
    "error": ("connect",),
    "errors": ("connect",),
    "connect": ("connect",),
    "connectfailure": ("connect",),
    "connecterror": ("connect",),
    "refusedstream": ("connect",),
    "resetbeforerequest": ("connect",),
    "reset": ("connect", "timeout"),
    "networkerror": ("connect",),
    "timeout": ("timeout",),
    "timeouts": ("timeout",),
    "5xx": ("5xx", "529", "connect", "timeout"),
    "gatewayerror": ("connect", "timeout"),
    "servererror": ("5xx", "529"),
    "internalservererror": ("5xx",),
    "overloaded": ("529",),
    "ratelimit": ("429",),
    "ratelimited": ("429",),
    "ge500": ("5xx", "529"),
    "4xx": ("429", "auth", "model-not-found"),
    "any": ("connect", "timeout", "5xx", "529", "429", "auth", "model-not-found"),
}
_STATUS = re.compile(r"(?:http)?([1-5]\d\d)")
_COMPARED = re.compile(r"(==|>=)\s*([1-5]\d\d)\b")
_BY_STATUS = {"401": "auth", "403": "auth", "404": "model-not-found", "408": "timeout"}


def words_of(text: str) -> list[str]:
    """The words and statuses of a setting; of a comparison in code, the statuses it asks for."""
    compared = _COMPARED.findall(text)
    if compared:
        return [("ge" if sign == ">=" else "") + status for sign, status in compared]
    return [word for word in re.split(r"[\s,;|]+", text) if word]


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
    # A failing platform answers 500 as often as any other status: without it, much slips through.
    return {"429": ("429",), "529": ("529",), "500": ("5xx",)}.get(code, ())
