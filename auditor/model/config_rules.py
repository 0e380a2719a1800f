"""What configuration files mean, as read from ``rules/configs``; part of what ``catalog.py`` holds.

Paths are those of ``auditor/meaning/paths.py``: keys joined by dots, with patterns.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.model.kinds import CallKind


@dataclass(frozen=True, slots=True)
class Pick:
    """Where a record takes one thing from: the first of ``at`` that is there, else ``default``.

    ``values`` translates what is found; what it does not list stays as it is.
    """

    at: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict, hash=False)
    default: str | None = None
    grammar: str | None = None


@dataclass(frozen=True, slots=True)
class LineRule:
    """Settings at ``at`` are configuration lines of the kind ``what``.

    ``key`` when the setting's key, not its value, is the name that counts. ``platform`` and
    ``vendor`` say whose it is where the text does not. ``any`` reports lines whose text names
    nobody known. ``only`` and ``unless`` ask whether some record has the name that stands there.
    """

    at: tuple[str, ...]
    what: str
    when: tuple[str, ...] = ()
    key: bool = False
    grammar: str | None = None
    platform: str | None = None
    vendor: str | None = None
    any: bool = False
    only: Use | None = None
    unless: Use | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """A record goes on in another one, which is named at ``at``."""

    at: tuple[str, ...]
    record: str


@dataclass(frozen=True, slots=True)
class ServerRule:
    """Nodes that run a server under ``names`` from the container image at ``image``.

    ``ports`` are texts ``PUBLISHED:INSIDE`` that reach it on this machine. A node without an
    image leads to the server that has one of the names ``behind``.
    """

    each: tuple[str, ...]
    names: tuple[str, ...]
    has: tuple[str, ...] = ()
    image: tuple[str, ...] = ()
    ports: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordRule:
    """Nodes that say whom to ask: a deployment, a backend, a server.

    ``has`` are conditions on the document, ``when`` on the node itself. With ``stand_in`` such a
    server only plays a model for tests: where a route has other targets, it is not counted.
    """

    id: str
    each: tuple[str, ...]
    has: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    name: Pick | None = None
    model: Pick | None = None
    provider: Pick | None = None
    base_url: Pick | None = None
    host: Pick | None = None
    port: Pick | None = None
    key: Pick | None = None
    kind: Pick | None = None
    platform: Pick | None = None
    uses: tuple[Use, ...] = ()
    stand_in: bool = False


@dataclass(frozen=True, slots=True)
class Targets:
    """The targets of a route: nodes at ``each``, which are records, or name one at ``by``.

    A node that has something at ``nest`` is a group of targets, read as the route itself is.
    With ``pattern`` the targets stand inside a text: its groups are ``url model provider``.
    """

    each: tuple[str, ...]
    record: str
    by: Pick | None = None
    model: Pick | None = None
    priority: Pick | None = None
    nest: str | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Fallbacks:
    """What a route asks after an error: names of routes, or model strings.

    With ``keyed`` the nodes at ``at`` are mappings from a route's name, or ``*`` for those not
    named, to such a list. Of several places, the first that says anything of a route counts.
    """

    at: tuple[str, ...]
    keyed: bool = False
    grammar: str | None = None


@dataclass(frozen=True, slots=True)
class RouteRule:
    """An alias or route that clients ask for: ``order`` says how its targets stand together.

    ordered    one after the other, after an error of the classes ``fires``
    group      load is spread, and an error goes on to another target
    spread     load is spread, and an error goes back to the client
    priority   as ordered, by the number each target has; equal ones are a group
    first      only the first is asked

    ``needs`` is a record without which, in the same folder, errors do not move on; it has one of
    the names at ``needs_by``, any where that is empty. With ``keeps_model`` a target that names no
    model is sent the one that was asked for first. ``same_as`` names the route that an alias
    stands for; with ``any_model`` clients come to it whatever model they name. ``hidden``
    routes are parts of a flow and no workflow of their own; with ``known`` routes whose target no
    rule knows are none. In paths of its targets ``{name}`` stands for the route's name.
    """

    id: str
    each: tuple[str, ...]
    title: str
    name: Pick
    targets: tuple[Targets, ...]
    order: Pick
    has: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    fires: tuple[str, ...] = ()
    fires_at: Pick | None = None
    fallbacks: tuple[Fallbacks, ...] = ()
    needs: str | None = None
    needs_by: tuple[str, ...] = ()
    keeps_model: bool = False
    same_as: Pick | None = None
    any_model: bool = False
    kind: CallKind = CallKind.CHAT
    kind_at: Pick | None = None
    hidden: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True)
class FlowRule:
    """A document whose routes are steps of one workflow, which begins at ``each``."""

    each: tuple[str, ...]
    title: str
    kind: str
    name: Pick | None = None


@dataclass(frozen=True, slots=True)
class ActionRule:
    """A step that asks a model: ``match`` are conditions on the step's node.

    It is shown at ``at``, on the line where the expression ``mark`` first fits. Where a condition
    of ``instead`` is met, that platform is asked.
    """

    match: tuple[str, ...]
    kind: CallKind
    platform: str | None
    vendor: str | None = None
    at: tuple[str, ...] = ()
    model: Pick | None = None
    base_url: Pick | None = None
    mark: str | None = None
    instead: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class JobRule:
    """Parts of a file that run commands: each is a workflow of the kind ``kind``."""

    each: tuple[str, ...]
    title: str
    kind: str
    steps: tuple[str, ...] = ()
    shell: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommandRule:
    """A program that asks a model when it is run with one of ``flags`` or ``words``.

    Both empty: whenever it is run. ``never`` are words with which it asks nothing.
    """

    programs: tuple[str, ...]
    kind: CallKind
    platform: str | None
    vendor: str | None = None
    flags: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    model: tuple[str, ...] = ()
    grammar: str | None = None


@dataclass(frozen=True, slots=True)
class SqlRule:
    """Functions of a database that ask a model: expressions over their names.

    With ``model`` their first literal names it.
    """

    functions: tuple[str, ...]
    kind: CallKind
    platform: str | None
    model: bool = False
    grammar: str | None = None


@dataclass(frozen=True, slots=True)
class EnvRule:
    """Mappings, or lists of pairs or ``NAME=value`` texts, that set environment variables."""

    at: tuple[str, ...]
    name: str | None = None
    value: str | None = None
    example: bool = False


@dataclass(frozen=True, slots=True)
class PackageRule:
    """Where a manifest names the packages it asks for.

    ``pattern`` finds the name in the text at ``at`` (group ``name``); ``key`` when keys are
    names. ``locked`` for lock files.
    """

    ecosystem: str
    at: tuple[str, ...]
    key: bool = False
    pattern: str | None = None
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """A package that asks models, by the name its manifests use; ``*`` is any text."""

    name: str
    ecosystem: str
    platform: str | None = None


@dataclass(frozen=True, slots=True)
class ConfigRule:
    """One folder of ``rules/configs``: a format, and what stands where in it.

    ``files`` are globs over the path, ``has`` conditions on a document, ``roots`` where in a
    document the format may begin. ``claims`` when nothing else is to be read into such a file.
    """

    id: str
    name: str
    files: tuple[str, ...] = ()
    syntaxes: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    roots: tuple[str, ...] = (".",)
    gateway: str | None = None
    claims: bool = False
    lines: tuple[LineRule, ...] = ()
    servers: tuple[ServerRule, ...] = ()
    records: tuple[RecordRule, ...] = ()
    routes: tuple[RouteRule, ...] = ()
    flows: tuple[FlowRule, ...] = ()
    actions: tuple[ActionRule, ...] = ()
    jobs: tuple[JobRule, ...] = ()
    commands: tuple[CommandRule, ...] = ()
    sql: tuple[SqlRule, ...] = ()
    environment: tuple[EnvRule, ...] = ()
    packages: tuple[PackageRule, ...] = ()
