"""What the linker found: calls, clients, entry points, and how each entry point behaves."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.model.behaviour import Ask, Attempt, Behaviour
from auditor.model.config import ConfigSite, Surroundings
from auditor.model.feature import FeatureSite
from auditor.model.kinds import CallKind, Via
from auditor.model.source import Diagnostic


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A line that can be opened, and the sentence it proves."""

    path: str
    line: int
    says: str


@dataclass(frozen=True, slots=True)
class LlmCall:
    """A call site that asks a model, with every target it may have: one ask per context.

    ``via`` is WRAPPER for a site that hands the target to one of the repository's own functions
    which sends the request. ``function`` is the qualified name of the enclosing function.
    ``raises`` is the library whose errors it raises, with its language.
    """

    id: str
    path: str
    line: int
    end_line: int
    column: int
    function: str
    kind: CallKind
    via: Via
    sdk: str
    attempts: tuple[Attempt, ...]
    asks: tuple[Ask, ...]
    dynamic: bool
    confidence: str
    in_tests: bool
    evidence: tuple[Evidence, ...]
    cell: int = 0
    raises: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Client:
    """A place where a client or model object is built."""

    path: str
    line: int
    sdk: str
    vendor: str | None
    platform: str | None


@dataclass(frozen=True, slots=True)
class Entrypoint:
    """Where a workflow begins: ``kind`` and ``name`` as its framework's users say them."""

    id: str
    name: str
    kind: str
    path: str
    line: int
    function: str
    behaviour: Behaviour
    calls: tuple[str, ...]
    steps: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    in_tests: bool = False


@dataclass(frozen=True, slots=True)
class Program:
    """Everything the later stages may know about the scanned code.

    ``unreached`` are the calls that no recognised entry point reaches. ``keys`` maps the call
    names that behaviours use to call ids. ``loose`` are behaviours that belong to no entry point.
    ``exceptions`` maps the repository's own exception types to the types they derive from.
    ``surroundings`` holds the variables and packages that configuration files declare,
    ``features`` are the lines that use what only one vendor has.
    """

    calls: tuple[LlmCall, ...]
    clients: tuple[Client, ...]
    entrypoints: tuple[Entrypoint, ...]
    unreached: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    keys: dict[str, str] = field(default_factory=dict)
    loose: tuple[Behaviour, ...] = ()
    exceptions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    configs: tuple[ConfigSite, ...] = ()
    surroundings: Surroundings = field(default_factory=Surroundings)
    features: tuple[FeatureSite, ...] = ()

    def roots(self) -> list[Behaviour]:
        """What every entry point does, and what belongs to none: all else lies below these."""
        return [*(entry.behaviour for entry in self.entrypoints), *self.loose]
