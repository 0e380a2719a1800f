"""How outages look to code, and those that happened; part of what ``catalog.py`` gathers."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ErrorTable:
    """What a library raises in an outage: exception name -> error classes it stands for in full.

    ``passes_through`` are tables whose exceptions reach the caller, by platform where they have
    ``platforms``. Without ``status_errors`` a status raises only after a call of ``raises_with``;
    with an option of ``quiet_with`` it raises nothing.
    """

    id: str
    language: str
    sdks: tuple[str, ...]
    exceptions: dict[str, frozenset[str]] = field(hash=False)
    status_errors: bool = True
    raises_with: tuple[str, ...] = ()
    quiet_with: tuple[str, ...] = ()
    passes_through: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Incident:
    """A real outage or withdrawal: what was down, and how that looked to callers.

    ``vendors`` were lost on every platform; ``domains`` are further fault domains, ``kind:id``.
    Of ``uncertain`` ids only a part was down, or the sources disagree. No ``errors``: not known.
    """

    id: str
    title: str
    kind: str
    start: str
    minutes: int | None
    confidence: str
    sources: tuple[str, ...]
    vendors: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    gateways: tuple[str, ...] = ()
    surfaces: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    not_affected: str | None = None
