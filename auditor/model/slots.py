"""How rules say whom a call or constructor asks, and whom it asks next."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a call or constructor takes one thing from.

    Tried in order: ``args`` (keyword names, or positions), the dotted ``within`` key inside that
    argument's mapping, module ``attributes`` such as ``acme.api_base``, the keys ``settings`` of
    the tree's settings files, the variables ``env``, ``default``. ``grammar`` reads the text
    found as a model string of that grammar. Of a time, ``per_second`` units make a second;
    ``default`` is in seconds all the same.
    """

    args: tuple[str | int, ...] = ()
    within: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    env: tuple[str, ...] = ()
    default: str | int | float | None = None
    grammar: str | None = None
    settings: tuple[str, ...] = ()
    per_second: int = 1


@dataclass(frozen=True, slots=True)
class When:
    """A condition on one argument.

    Its text equals one of ``equals`` or starts with one of ``starts``, or it is there or not.
    """

    slot: Slot
    equals: tuple[str, ...] = ()
    present: bool | None = None
    starts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fallback:
    """One way in which a library asks somebody else when a request has failed.

    ``entries`` names arguments holding what is asked then: objects, model strings, or mappings
    read like arguments. With ``primary`` the list begins with what is asked first. ``inherits``
    when a model string is asked with all other arguments of the call, its key and address
    included. ``fires`` are the error classes it reacts to (empty: any), less where ``catches``
    names an argument holding exception types or ``statuses`` one holding HTTP statuses.
    ``held`` when entries count only for the fallbacks that they hold themselves.
    ``gateway`` when it is that gateway's doing, so that only requests through it count.
    ``before`` lists older releases that react to less.
    """

    id: str
    name: str
    entries: Slot
    primary: bool = False
    inherits: bool = False
    fires: tuple[str, ...] = ()
    catches: Slot | None = None
    statuses: Slot | None = None
    held: bool = False
    gateway: str | None = None
    before: tuple[Release, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """Releases of ``package`` below ``version`` react to ``fires`` only."""

    package: str
    version: str
    fires: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """A list of deployments in named groups, which callers ask for by the group's name.

    ``entries`` is the list; each entry has the group's name under ``name`` and the arguments of
    the function ``like`` under ``params``. ``model`` is the argument of a call that names the
    group, ``after`` one of the constructor that maps groups to groups asked after any error,
    ``default`` one with the groups asked after any group.
    """

    id: str
    name: str
    entries: Slot
    key: str
    params: str
    like: str
    model: Slot
    after: Slot | None = None
    default: Slot | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """How a constructor or call says whom it asks: every slot is optional.

    ``carries`` names arguments holding other rule objects (models, agents) whose targets it takes
    over, however deep they lie in lists and mappings. ``fallbacks`` are the ways in which it asks
    somebody else after an error, ``groups`` how it finds whom it asks in a list of deployments.
    ``program`` is a command that is run: its words, the first of many arguments, or its text. It
    asks whom the rules of programs say, and nobody where they know none like it.
    """

    platform: str | None = None
    vendor: str | None = None
    model: Slot | None = None
    provider: Slot | None = None
    base_url: Slot | None = None
    key: Slot | None = None
    timeout: Slot | None = None
    retries: Slot | None = None
    region: Slot | None = None
    carries: Slot | None = None
    program: Slot | None = None
    fallbacks: tuple[Fallback, ...] = ()
    groups: Groups | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """Library classes whose ``methods`` (``()`` calls the object) run what a subclass defines.

    Of ``runs`` the first that the subclass has counts.
    """

    bases: tuple[str, ...]
    methods: tuple[str, ...]
    runs: tuple[str, ...]
