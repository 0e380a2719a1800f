"""Frameworks, as ``rules/entrypoints`` describes them: who runs the functions of a program."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.model.slots import Slot, Template


@dataclass(frozen=True, slots=True)
class EntryPattern:
    """One way a framework finds its handlers; exactly one of the trigger groups is set.

    decorator  ``decorators``: qualified names, or ``on`` + ``methods`` for ``@obj.method(...)``
    call       ``calls`` (qualified) or ``on`` + ``methods``; ``handler`` says which argument runs
    base       ``bases``: subclasses, whose ``methods`` run (``*`` for every public one)
    name       ``functions``: function names (``lambda_handler``), in files matching ``files``
    module     ``module``: the module's own top level is the entry (streamlit scripts)
    main       ``main``: an ``if __name__ == "__main__"`` block, or a ``__main__.py``
    script     ``scripts``: console scripts of the package manifest
    directive  ``directive``: a text at the top of a file, for all it exports, or of a function

    ``functions`` may name a member: ``default.fetch`` of an exported object. ``route`` is the
    folder below which files are addresses.
    """

    id: str
    kind: str
    title: str
    trigger: str
    decorators: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    directive: str = ""
    route: str = ""
    handler: Slot | None = None
    args: dict[str, Slot] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Mount:
    """How a router gets its URL prefix: at its constructor and where it is mounted.

    ``replaces`` when the prefix given at mounting takes the place of the router's own.
    """

    routers: tuple[str, ...]
    prefix: Slot
    methods: tuple[str, ...] = ()
    router: Slot | None = None
    mounted_prefix: Slot | None = None
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class HandOff:
    """Qualified functions, or ``on`` + ``methods``, that run a function handed to them.

    ``args_from`` is the position from which further arguments are handed on; ``spread`` and
    ``keywords`` are arguments that hold them as a tuple and a mapping. ``deferred`` when it
    runs later, so that its failure does not reach the caller; ``held`` when the object only keeps
    it, to run it when a hand-off with ``function: self`` runs the object. ``runs`` are the methods
    that are run of an object handed over, and with them whatever functions they give back.
    ``made`` when the call makes an object that keeps it. What is handed over with ``instead`` is
    run where what the object runs has failed; with one of the ``unsure`` arguments where the object
    was made, nobody knows of which failures.
    """

    names: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    function: Slot | None = None
    args_from: int | None = None
    deferred: bool = False
    held: bool = False
    spread: Slot | None = None
    keywords: Slot | None = None
    runs: tuple[str, ...] = ()
    made: bool = False
    instead: bool = False
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
    """One file of ``rules/entrypoints``: entry patterns, hand-offs, and injected parameters.

    ``injects`` lists qualified names whose call as a parameter default (``Depends(f)``) stands for
    the value that ``f`` returns. ``provides`` are annotations of methods whose results a container
    hands out by their type.
    """

    id: str
    name: str
    language: str
    modules: tuple[str, ...]
    patterns: tuple[EntryPattern, ...] = ()
    mounts: tuple[Mount, ...] = ()
    handoffs: tuple[HandOff, ...] = ()
    injects: tuple[str, ...] = ()
    templates: tuple[Template, ...] = ()
    provides: tuple[str, ...] = ()
