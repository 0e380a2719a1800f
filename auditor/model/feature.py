"""What only one vendor has, and where a repository uses it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeatureSign:
    """How the use of a feature looks in code that calls a client of the library ``sdk``.

    ``paths`` are method paths, ``args`` arguments that are given, ``within`` keys or texts
    anywhere in the arguments; a ``*`` at the end stands for any ending.
    """

    sdk: str
    paths: tuple[str, ...] = ()
    args: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that has to be built anew with another vendor. ``models`` are patterns on ids.

    ``optional``: another vendor answers the same request without it, only slower or dearer.
    """

    id: str
    name: str
    signs: tuple[FeatureSign, ...] = ()
    models: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True, order=True)
class FeatureSite:
    """A line that uses a feature, and what on it says so."""

    path: str
    line: int
    feature: str
    sdk: str
    says: str
