"""Model strings such as ``gateway/vendor/model``: whom they name, by the grammar they are in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.catalog import Grammar, Platform, Role
from auditor.rulebook.hosts import HOLE
from auditor.rulebook.model_ids import ModelIndex

#: The grammar of words in names of a team's own code.
CODE_NAMES = "code-names"


@dataclass(frozen=True, slots=True)
class ModelRef:
    """What a model string says. ``known`` is False where it names nobody that the rules know."""

    vendor: str | None = None
    platform: str | None = None
    gateways: tuple[str, ...] = ()
    model: str | None = None
    open_weights: bool = False
    known: bool = False


class StringReader:
    """Reads model strings and provider settings by the ``prefixes`` of all platforms."""

    def __init__(
        self,
        platforms: Mapping[str, Platform],
        grammars: Mapping[str, Grammar],
        models: ModelIndex,
        homes: Mapping[str, str | None],
    ) -> None:
        self._platforms = platforms
        self._grammars = grammars
        self._models = models
        self._homes = homes
        self._prefixes: dict[str, list[tuple[str, Platform]]] = {name: [] for name in grammars}
        for platform in platforms.values():
            for grammar, prefixes in platform.prefixes.items():
                self._prefixes[grammar] += [(prefix.lower(), platform) for prefix in prefixes]
        for table in self._prefixes.values():
            # what is written as a prefix counts before how a bare model id starts
            table.sort(key=lambda entry: (entry[0].endswith("*"), -len(entry[0]), entry[0]))
        self._votes: dict[tuple[str | None, str], Counter[str]] = {}
        for grammar, table in self._prefixes.items():
            for prefix, platform in table:
                for where in (grammar, None):
                    votes = self._votes.setdefault((where, _folded(prefix)), Counter())
                    votes[platform.id] += 1
        self._ids: dict[str, Platform] = {}
        for platform in platforms.values():
            self._ids.setdefault(_folded(platform.id), platform)
        self._memo: dict[tuple[str, str | None], ModelRef] = {}
        self._providers: dict[tuple[str, str | None], Platform | None] = {}

    def read(self, text: str, grammar: str | None) -> ModelRef:
        """What ``text`` names, read as a string of ``grammar``; None goes by the model id alone."""
        key = (text, grammar)
        if key not in self._memo:
            start = self._grammars.get(grammar) if grammar else None
            self._memo[key] = self._read(text.strip(), start)
        return self._memo[key]

    def _read(self, rest: str, grammar: Grammar | None) -> ModelRef:
        gateways: list[str] = []
        platform: Platform | None = None
        while grammar and platform is None and (split := self._split(rest, grammar)):
            named, rest = split
            if isinstance(named, Grammar):
                grammar = named
            elif named.role is Role.GATEWAY:
                gateways.append(named.id)
                grammar = self._grammars.get(named.grammar) if named.grammar else grammar
            else:
                platform = named
        vendor, is_open = self._models.find(rest) or (None, False)
        if platform is None and grammar:
            rest, vendor = self._without_vendor(rest, grammar, vendor)
            platform = self._platforms[grammar.bare] if grammar.bare and not gateways else None
            if platform is not None and platform.role is Role.GATEWAY:
                gateways.append(platform.id)
                platform = None
        if platform is None and vendor and not (gateways or is_open):
            platform = self._home(vendor, rest, grammar)
        if platform:
            vendor = vendor or platform.serves
            # Weights that lie on the team's own machine need nobody else.
            is_open = is_open or platform.role is Role.LOCAL
        return ModelRef(
            vendor=vendor,
            platform=platform.id if platform else None,
            gateways=tuple(gateways),
            model=rest if rest and HOLE not in rest else None,
            open_weights=is_open,
            known=bool(vendor or platform or gateways),
        )

    def _home(self, vendor: str, text: str, grammar: Grammar | None) -> Platform | None:
        """The vendor's own platform, unless the text names somebody else or hides who serves it."""
        before = text.rpartition("/")[0]
        if (grammar and self._hides(grammar)) or (
            before not in ("", "models") and self._models.named(before) != vendor
        ):
            return None
        return self._platforms.get(self._homes.get(vendor) or "")

    def _hides(self, grammar: Grammar) -> bool:
        """Grammars without a single prefix name vendors; the platform is the gateway's choice."""
        return not self._prefixes[grammar.id]

    def _split(self, text: str, grammar: Grammar) -> tuple[Platform | Grammar, str] | None:
        """The platform or grammar that the text's start names, and what follows.

        ``x*`` selects by how a model id starts and leaves it whole; a prefix ending in a
        separator of its own needs no other. The id of another grammar changes to that grammar.
        """
        lower = text.lower()
        for prefix, platform in self._prefixes[grammar.id]:
            if prefix.endswith("*"):
                if lower.startswith(prefix[:-1]):
                    return platform, text
            elif lower.startswith(prefix) and (
                not prefix[-1].isalnum() or lower[len(prefix) :][:1] in tuple(grammar.separator)
            ):
                return platform, text[len(prefix) + prefix[-1].isalnum() :]
        head, found, rest = _at_separator(text, grammar)
        other = self._grammars.get(head.lower()) if found else None
        return (other, rest) if other and other is not grammar else None

    def _without_vendor(
        self, text: str, grammar: Grammar, vendor: str | None
    ) -> tuple[str, str | None]:
        """The text without the vendor written before it, where the grammar names vendors."""
        head, found, rest = _at_separator(text, grammar)
        named = self._models.named(head.lstrip("~")) if found and self._hides(grammar) else None
        return (rest, vendor or named) if named else (text, vendor)

    def provider(self, text: str, grammar: str | None) -> Platform | None:
        """The platform that a setting names: by that grammar, by its id, or by a vendor's name.

        Without a grammar it is the one that most grammars know by that name.
        """
        key = (text, grammar)
        if key not in self._providers:
            self._providers[key] = self._provider(text, grammar)
        return self._providers[key]

    def _provider(self, text: str, grammar: str | None) -> Platform | None:
        word = _folded(text)
        if votes := self._votes.get((grammar or None, word)):
            best = max(votes.values())
            return self._platforms[min(name for name, count in votes.items() if count == best)]
        if word in self._ids:
            return self._ids[word]
        vendor = self._models.named(text.strip()) or self._models.named(word.replace("_", "-"))
        return self._platforms.get(self._homes.get(vendor) or "") if vendor else None

    def among(self, words: list[str], grammar: str) -> Platform | None:
        """The first of ``words`` that is a prefix of ``grammar``."""
        table = dict(self._prefixes.get(grammar, ()))
        return next((table[word] for word in words if word in table), None)


def _at_separator(text: str, grammar: Grammar) -> tuple[str, str, str]:
    """The text before the first separator, the separator found, the text behind it."""
    parts = re.split(f"([{re.escape(grammar.separator)}])", text, maxsplit=1)
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else (text, "", "")


def _folded(word: str) -> str:
    """Case, dashes and blanks do not matter in provider settings."""
    return re.sub(r"[^a-z0-9.]+", "_", word.lower()).strip("_")
