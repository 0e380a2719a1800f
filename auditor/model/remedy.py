"""Ways out of a finding: edits that close it, or the reason why there are none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from auditor.model.finding import Finding

#: What a patch may do.
KINDS = (
    "wider-handler", "let-through", "own-model", "timeout", "second-vendor", "model-setting",
    "named-key", "own-key",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters from ``start`` to ``end`` of a file give way to ``text``.

    Of two that insert at the same place the one with the lower ``rank`` comes first. Of several
    that insert the same text and are meant ``once`` in a file, only the first is made.
    """

    path: str
    start: int
    end: int
    rank: int
    text: str
    once: bool = False


@dataclass(frozen=True, slots=True)
class Patch:
    """Edits that close one finding. ``kind`` is among ``KINDS``, ``says`` is what they do.

    ``notes`` are what a person has to look at or provide before it is worth anything.
    ``is_safe`` where nothing changes as long as the vendors answer.
    """

    finding: Finding
    kind: str
    says: str
    edits: tuple[Edit, ...]
    notes: tuple[str, ...] = ()
    is_safe: bool = False

    def with_more(self, other: Patch | None) -> Patch:
        """The same patch with what another one does on top; only as safe as both."""
        if other is None:
            return self
        return replace(
            self,
            says=f"{self.says}; {other.says}",
            edits=(*self.edits, *other.edits),
            notes=(*self.notes, *other.notes),
            is_safe=self.is_safe and other.is_safe,
        )


@dataclass(frozen=True, slots=True)
class Refusal:
    """A finding without a patch, and why. ``paste`` is code to begin with, in the file's style."""

    finding: Finding
    reason: str
    paste: str = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """What could be done about the findings of a report.

    ``patches`` have been proven together: with all of them done, their findings are gone and no
    other has come. ``held`` are those that change more than was asked for, and so are not proven.
    ``before`` and ``after`` hold the text of each file that ``patches`` change; ``made`` are those
    that are not there yet.
    """

    patches: tuple[Patch, ...]
    held: tuple[Patch, ...]
    refusals: tuple[Refusal, ...]
    before: dict[str, str]
    after: dict[str, str]
    made: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Way:
    """One way to put a second vendor behind a call of a library; see ``rules/README.md``.

    ``names`` are the ends of called names that it fits (``chat.completions.create``), at the place
    of the call, or where the client is built if ``at`` is ``client``; ``needs`` are arguments that
    must be there and true. ``add`` are arguments it gives, which must not be there, ``missing``
    those it gives where they are not, ``append`` entries of lists that are arguments. ``wrap`` is
    what becomes of the expression, or of its argument ``argument``. ``function`` and ``define``
    replace the called name; with ``wrap``, the call is handed to that function, and its
    ``argument`` gives way to ``instead``. ``types`` are texts that only files with types have.
    ``refuse`` are arguments that it cannot carry over, unless they have the value that ``usual``
    has for them. ``caveat`` is what its users should know. ``to`` holds, by vendor, further words
    for the texts; what this one cannot take is ``refuse`` there too.

    ``given`` is an argument that must be there. What is in the mapping or object ``within`` counts
    as sent too, and the argument ``text`` must be seen to be text alone. ``positional`` are the
    arguments that may be given without their names. The client must be seen to be built with none
    of ``built``.

    ``entries`` is an argument with a list of who stands in: that way puts nobody more there, and
    rewrites each as ``entry``, with what ``inherited`` says of arguments that it would take over.

    Plain HTTP: the first argument is an address that ends with ``address``, ``body`` is the
    argument that holds what is sent, and ``imports`` the library that the file must import.
    """

    id: str
    names: tuple[str, ...]
    at: str = "call"
    add: dict[str, str] = field(default_factory=dict, hash=False)
    missing: dict[str, str] = field(default_factory=dict, hash=False)
    append: dict[str, str] = field(default_factory=dict, hash=False)
    wrap: str = ""
    argument: str = ""
    function: str = ""
    define: str = ""
    instead: str = ""
    types: dict[str, str] = field(default_factory=dict, hash=False)
    refuse: tuple[str, ...] = ()
    usual: dict[str, str] = field(default_factory=dict, hash=False)
    address: str = ""
    body: str = ""
    imports: str = ""
    needs: tuple[str, ...] = ()
    given: str = ""
    within: str = ""
    text: str = ""
    positional: tuple[str, ...] = ()
    built: tuple[str, ...] = ()
    grammar: str = ""
    entries: str = ""
    entry: str = ""
    inherited: dict[str, str] = field(default_factory=dict, hash=False)
    caveat: str = ""
    to: dict[str, dict[str, str]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Remedy:
    """What ``rules/remedies`` knows of one library of one language."""

    id: str
    language: str
    sdk: str
    ways: tuple[Way, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteWay:
    """How routes of a gateway's file get another vendor: a route more, and who is asked after whom.

    ``list`` holds the routes, ``name`` is the key of a route's name. ``entry`` is the new route,
    whose name ``second`` is; ``says`` are the entries of the list ``after`` in ``section``.
    """

    sdk: str
    list: str
    name: str
    grammar: str
    second: str
    entry: str
    section: str
    after: str
    says: str


@dataclass(frozen=True, slots=True)
class Tier:
    """Models that may stand in for each other, as a proposal.

    ``like`` are regular expressions over model ids, ``use`` is a model by vendor. One without
    ``like`` is meant where no other fits.
    """

    id: str
    like: tuple[str, ...]
    use: dict[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Remedies:
    """Everything that ``rules/remedies`` holds."""

    of: tuple[Remedy, ...] = ()
    tiers: tuple[Tier, ...] = ()
    routes: tuple[RouteWay, ...] = ()

    def ways(self, language: str, sdk: str) -> tuple[Way, ...]:
        """The ways for a library, the best first."""
        return tuple(way for one in self.of if (one.language, one.sdk) == (language, sdk)
                     for way in one.ways)  # fmt: skip


def texts_of(edits: Iterable[Edit], before: dict[str, str]) -> dict[str, str]:
    """The files with the edits done, in their own line ends. The same edit twice counts once.

    Raises ``ValueError`` where two edits touch the same characters.
    """
    after = dict(before)
    for path in sorted({edit.path for edit in edits}):
        own = _needed(sorted({edit for edit in edits if edit.path == path}))
        for first, second in pairwise(own):
            if second.start < first.end:
                raise ValueError(f"two edits of {path} meet")
        text = before[path]
        line_end = "\r\n" if "\r\n" in text else "\n"
        for edit in reversed(own):
            text = text[: edit.start] + edit.text.replace("\n", line_end) + text[edit.end :]
        after[path] = text
    return after


def _needed(edits: list[Edit]) -> list[Edit]:
    """All but those whose text another one has inserted further up already."""
    said: set[str] = set()
    found = []
    for edit in edits:
        if not edit.once or edit.text not in said:
            found.append(edit)
        if edit.once:
            said.add(edit.text)
    return found
