"""What exists in the world, as read from ``rules/``: who can fail, and how code reaches them.

Every record mirrors one YAML record; ``rules/README.md`` says what each key means.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from auditor.model.body_shape import BodyShape as BodyShape
from auditor.model.caching import CacheRule as CacheRule
from auditor.model.check_doc import CheckDoc as CheckDoc
from auditor.model.config_rules import ConfigRule as ConfigRule
from auditor.model.config_rules import Package as Package
from auditor.model.feature import Feature as Feature
from auditor.model.frameworks import EntryPattern as EntryPattern
from auditor.model.frameworks import Framework as Framework
from auditor.model.frameworks import HandOff as HandOff
from auditor.model.frameworks import Mount as Mount
from auditor.model.kinds import CallKind as CallKind
from auditor.model.kinds import Via as Via
from auditor.model.outage import ErrorTable as ErrorTable
from auditor.model.outage import Incident as Incident
from auditor.model.playbook import PlaybookRule as PlaybookRule
from auditor.model.rehearsal import RehearsalRule as RehearsalRule
from auditor.model.retirement import Retirement as Retirement
from auditor.model.retrier import Retrier as Retrier
from auditor.model.slots import Fallback as Fallback
from auditor.model.slots import Groups as Groups
from auditor.model.slots import Release as Release
from auditor.model.slots import Slot as Slot
from auditor.model.slots import Target as Target
from auditor.model.slots import Template as Template
from auditor.model.slots import When as When


class Role(StrEnum):
    """What stands at a host: a serving platform, a gateway in front of several, a local server."""

    PLATFORM = "platform"
    GATEWAY = "gateway"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Vendor:
    """A model maker. ``models`` and ``open_weights`` are regular expressions over model ids.

    ``home`` is the vendor's own platform; ``aliases`` other names people give it.
    """

    id: str
    name: str
    home: str | None = None
    aliases: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    open_weights: tuple[str, ...] = ()
    status_page: str | None = None


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A request path that asks a model for something.

    ``path`` is a regular expression searched in the URL's path; a group ``model`` names the model.
    For paths that many servers share, ``platform`` says whose shape it is, so who answers where
    the host is not known; ``near`` asks for a host that looks like one of the team's own.
    ``fetched`` where a GET, which carries nothing, asks as well.
    """

    path: str
    kind: CallKind
    platform: str | None = None
    near: bool = False
    fetched: bool = False


@dataclass(frozen=True, slots=True)
class Platform:
    """Who answers requests: a platform, a gateway or a local server.

    ``serves`` is the vendor whose models it serves when nothing else is known, None where it
    serves several. ``hosts`` may hold ``{placeholders}`` and answer nothing but model requests;
    ``shared_hosts`` answer other things too, so only ``endpoints`` count there. ``prefixes`` maps
    a model-string grammar to the prefixes that select this platform in it. ``self_hosted`` marks
    gateways that the team runs itself. ``grammar`` is how model strings behind it are written.
    ``images`` are globs over the container images that are this server.
    """

    id: str
    name: str
    role: Role = Role.PLATFORM
    operator: str | None = None
    serves: str | None = None
    hosts: tuple[str, ...] = ()
    shared_hosts: tuple[str, ...] = ()
    ports: tuple[int, ...] = ()
    endpoints: tuple[Endpoint, ...] = ()
    not_endpoints: tuple[str, ...] = ()
    prefixes: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    grammar: str | None = None
    key_env: tuple[str, ...] = ()
    url_env: tuple[str, ...] = ()
    self_hosted: bool = False
    images: tuple[str, ...] = ()
    infra: tuple[str, ...] = ()
    status_page: str | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a model string names its platform: ``separator`` splits prefix and model.

    ``bare`` is the platform of a string without a known prefix, or None to go by the model id.
    """

    id: str
    separator: str
    bare: str | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """Functions that make a registry of models: an object of models or providers by key.

    Its methods look a key up, ``provider:model`` asks the provider under the first part for the
    rest. ``otherwise`` is the argument with the provider that is asked for keys that are missing.
    """

    names: tuple[str, ...]
    otherwise: str | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """Class decorators that gather methods: ``attribute`` holds what those marked ``by`` return."""

    names: tuple[str, ...]
    attribute: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setter:
    """Functions that set for the whole process what ``attribute`` names: slots read it there."""

    names: tuple[str, ...]
    attribute: str
    to: Slot


@dataclass(frozen=True, slots=True)
class CallRule:
    """Method paths of an object (``chat.completions.create``; ``()`` calls the object itself).

    HTTP clients have ``url`` and ``body`` instead of a target: the URL decides. ``late`` where the
    call is over before anything was asked, so that no handler around it sees a failure.
    """

    paths: tuple[str, ...]
    kind: CallKind | None
    target: Target
    when: When | None = None
    stream: bool = False
    url: Slot | None = None
    body: Slot | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class MakeRule:
    """Method paths of an object that return another object of the same rule file."""

    paths: tuple[str, ...]
    object: str
    target: Target


@dataclass(frozen=True, slots=True)
class Surface:
    """What can be done with an object.

    ``same`` lists attributes and ``method()`` calls that give the same object back;
    ``retargets`` methods that give it back with ``target`` slots of their own filled.
    ``takes`` are methods that leave with the object what it asks from then on. Every other method
    of a ``fluent`` object, a builder, gives the object back.
    """

    id: str
    calls: tuple[CallRule, ...] = ()
    makes: tuple[MakeRule, ...] = ()
    same: tuple[str, ...] = ()
    retargets: tuple[CallRule, ...] = ()
    takes: tuple[CallRule, ...] = ()
    fluent: bool = False


@dataclass(frozen=True, slots=True)
class ObjectRule:
    """Something code builds and holds: a client, a model, an agent, a chain.

    ``make`` lists qualified constructors and factories; ``*`` matches one dotted segment part.
    ``client`` marks what the report lists under clients. ``open`` objects without any target
    (abstract model types) are reported as dynamic when called. ``hollow`` objects ask only those
    that they are given: with nobody in them a call of theirs is none. ``plays`` are wider types
    that it is of too. ``behind`` are annotations of interfaces that such an object implements;
    ``injects`` says of which type the arguments are that a container gives to it. With
    ``installed`` it is only that object where the tree asks for one of these packages.
    """

    id: str
    make: tuple[str, ...]
    surface: str
    kind: CallKind | None
    target: Target
    when: When | None = None
    client: bool = True
    pipes: bool = False
    hollow: bool = False
    plays: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    injects: tuple[tuple[str, str], ...] = ()
    installed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FunctionRule:
    """Qualified functions that send a request themselves (``acme.complete``); ``late`` as above.

    A decorator that is ``over`` makes no call of its own: what it says lies over the call that
    the function below it has become by another decorator.
    """

    names: tuple[str, ...]
    kind: CallKind
    target: Target
    when: When | None = None
    url: Slot | None = None
    body: Slot | None = None
    stream: bool = False
    late: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class Sdk:
    """One library, as code of one language sees it.

    ``passes`` lists qualified functions that return their first argument's object unchanged
    (tracing wrappers and the like). ``decorators`` make a call of the function they decorate.
    ``anywhere`` names surfaces whose requests count on objects of unknown make too: their URL,
    or their ``when``, is evidence enough. ``served`` are names of module globals that the library's
    own server runs. ``constants`` are qualified names that stand for texts. ``absent`` marks what
    is no library: it stands for code of the tree's own that was not scanned.
    """

    id: str
    name: str
    language: str
    via: Via
    packages: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    objects: tuple[ObjectRule, ...] = ()
    surfaces: tuple[Surface, ...] = ()
    functions: tuple[FunctionRule, ...] = ()
    decorators: tuple[FunctionRule, ...] = ()
    passes: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    registries: tuple[Registry, ...] = ()
    collections: tuple[Collection, ...] = ()
    setters: tuple[Setter, ...] = ()
    templates: tuple[Template, ...] = ()
    served: tuple[str, ...] = ()
    constants: tuple[tuple[str, str], ...] = ()
    absent: bool = False

    @property
    def key(self) -> str:
        """``LANGUAGE/ID``: libraries of two languages may share an id."""
        return f"{self.language}/{self.id}"


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything in ``rules/``. ``digest`` changes whenever any rule file does."""

    vendors: dict[str, Vendor]
    platforms: dict[str, Platform]
    grammars: dict[str, Grammar]
    endpoints: tuple[Endpoint, ...]
    sdks: tuple[Sdk, ...]
    frameworks: tuple[Framework, ...]
    digest: str
    errors: tuple[ErrorTable, ...] = ()
    incidents: tuple[Incident, ...] = ()
    retirements: tuple[Retirement, ...] = ()
    checks: dict[str, CheckDoc] = field(default_factory=dict, hash=False)
    configs: tuple[ConfigRule, ...] = ()
    packages: tuple[Package, ...] = ()
    features: tuple[Feature, ...] = ()
    rehearsals: tuple[RehearsalRule, ...] = ()
    caches: tuple[CacheRule, ...] = ()
    retriers: tuple[Retrier, ...] = ()
    playbooks: tuple[PlaybookRule, ...] = ()
    bodies: tuple[BodyShape, ...] = ()
    code_names: frozenset[str] = frozenset()
