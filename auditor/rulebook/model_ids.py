"""Which vendor made a model, judged by the model's id alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.model.catalog import Vendor
from auditor.rulebook.hosts import HOLE

# What a hole is read as: a version that most families of models have.
_ANY_VERSION = "4"
_RESOURCE = re.compile(r"projects/[^/]+/(?:locations/[^/]+/)?")
_FINE_TUNE = re.compile(r"ft:([^:]+)")
_TAIL = re.compile(r"[:@#]")
_DOTTED_HEAD = re.compile(r"([a-z][a-z0-9-]*)\.(?=.)")


class ModelIndex:
    """Looks model ids up in the vendors' patterns; what follows from one id is remembered."""

    def __init__(self, vendors: Iterable[Vendor], platform_ids: Iterable[str]) -> None:
        self._vendors = [
            (vendor.id, _any_of(vendor.models + vendor.open_weights), _any_of(vendor.open_weights))
            for vendor in sorted(vendors, key=lambda vendor: vendor.id)
        ]
        self._names = {
            name.lower(): vendor.id for vendor in vendors for name in (vendor.id, *vendor.aliases)
        }
        self._heads = frozenset(self._names) | frozenset(platform_ids)
        self._memo: dict[str, tuple[str, bool] | None] = {}

    def named(self, name: str) -> str | None:
        """The vendor with that id or alias."""
        return self._names.get(name.lower())

    def find(self, model: str) -> tuple[str, bool] | None:
        """The vendor of a model id, and whether its weights are open.

        The id's own words count first, then the organisation or vendor written before it. Holes
        in the id stand for a version or size.
        """
        if model not in self._memo:
            self._memo[model] = self._find(model.strip().lower().replace(HOLE, _ANY_VERSION))
        return self._memo[model]

    def _find(self, model: str) -> tuple[str, bool] | None:
        for spellings in self._spellings(model):
            for spelling in spellings:
                for vendor, every, published in self._vendors:
                    if every and every.search(spelling):
                        return vendor, _any_matches(published, spellings)
        for name in _makers(model):
            if name in self._names:
                return self._names[name], False
        return None

    def _spellings(self, model: str) -> Iterator[list[str]]:
        """The id as written, then its segments from the last on, each with less and less around."""
        if "/" in model:
            yield [model]
        model = _RESOURCE.sub("", model.lstrip("~"), count=1)
        if tuned := _FINE_TUNE.match(model):
            model = tuned[1]
        for segment in reversed(model.split("/")):
            bare = _TAIL.split(segment, maxsplit=1)[0]
            found = [segment, bare]
            maker, _, rest = bare.partition("-")
            if rest and maker in self._heads:
                found.append(rest)
            while head := _DOTTED_HEAD.match(bare):
                bare = bare[head.end() :]
                found.append(bare)
            yield found


def _makers(model: str) -> Iterator[str]:
    """The words before a model id that may name who made it: ``org/...``, ``us.vendor....``."""
    *before, last = _RESOURCE.sub("", model.lstrip("~@"), count=1).split("/")
    yield from reversed(before)
    while head := _DOTTED_HEAD.match(last):
        yield head[1]
        last = last[head.end() :]


def _any_matches(pattern: re.Pattern[str] | None, texts: Iterable[str]) -> bool:
    return pattern is not None and any(pattern.search(text) for text in texts)


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined, re.IGNORECASE) if patterns else None
