"""What a function's parameters are in one context: given, defaulted, or promised by annotation."""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.classes import annotated, provided, provider_of
from auditor.linker.conditions import is_number
from auditor.linker.counters import counters_of
from auditor.linker.definitions import FunctionInfo
from auditor.linker.frame import Frame
from auditor.linker.shipped import left_out, loosened
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Arguments,
    Constant,
    Foreign,
    ForeignMember,
    Instance,
    RuleObject,
    Table,
    Text,
    Unknown,
    Value,
    Values,
    argument,
    is_unknown,
    one,
    prefer,
)
from auditor.linker.world import Provider, World
from auditor.model.facts import Call, Closure, Const, Index, Many, Param

#: Decorators that declare a parameter of a command.
OPTIONS = ("option", "argument")
#: Texts longer than this, or of more words, are prose: they never decide a target. One that is a
#: key somewhere may: ``MODELS["Acme 2 large (new one)"]``.
LONGEST_SETTING = 160
MOST_SPACES = 2


#: Parameters whose numbers matter: they bound how long a call waits, and how often it is made.
COUNTED = ("timeout", "tries", "attempt")


def simplify(world: World, values: Values) -> Values:
    """The values without prose and numbers, neither of which chooses a target."""
    for value in values.items:
        if _is_noise(world, value):
            break
    else:
        return values
    kept = [_plain(world, v) for v in values.items]
    return Values(tuple(dict.fromkeys(kept)), values.decided)


def _is_noise(world: World, value: Value) -> bool:
    match value:
        case Text(text):
            long = len(text) > LONGEST_SETTING or "\n" in text
            prose = text.count(" ") > MOST_SPACES and text not in world.heap.keys
            return (long or prose) and text != HOLE
        case Constant(number):
            return is_number(number)
        case Foreign(name):
            # Objects of a library's class are kept, what its functions return only where it runs
            # what it was handed: a graph that was compiled.
            return not (name.rpartition(".")[2][:1].isupper() or world.rules.runs_functions(name))
        case ForeignMember():
            return True
        case _:
            return False


def _plain(world: World, value: Value) -> Value:
    if not _is_noise(world, value):
        return value
    return Text(HOLE) if isinstance(value, Text) else Unknown()


def bind(
    world: World, info: FunctionInfo, closure: int, receiver: Value | None, args: Arguments
) -> dict[str, Values]:
    """The parameters' values: given, else the default, else what the annotation promises."""
    params = list(info.node.params)
    env: dict[str, Values] = {}
    positional = [a.values for a in args if a.name is None]
    if receiver is not None and params and not params[0].stars:
        env[params.pop(0).name] = one(receiver)
    elif receiver is not None and params and params[0].stars == 1:
        # ``def wrapper(*args)`` in the place of a method
        positional.insert(0, one(receiver))
    named = {a.name: a.values for a in args if a.name is not None and a.name != "*"}
    open_ = any(a.name == "*" for a in args)
    for param in params:
        if param.stars == 1:
            rest = tuple(simplify(world, v) for v in positional)
            env[param.name] = one(world.heap.sequence((info.path, info.node.span.line), rest))
            positional = []
        elif param.stars == 2:
            entries = tuple((k, simplify(world, v)) for k, v in named.items())
            env[param.name] = one(world.heap.table((info.path, info.node.span.line), entries))
        else:
            given = named.pop(param.name, None)
            if given is None and positional and not param.keyword:
                given = positional.pop(0)
            env[param.name] = _parameter(world, info, closure, param, given, open_)
    return env


def given_receiver(info: FunctionInfo, env: dict[str, Values]) -> Value | None:
    """Of a method that is called as a plain function, as decorators do, the object it is given."""
    params = info.node.params
    if info.cls is None or not params or params[0].stars or "staticmethod" in info.decorators:
        return None
    given = env.get(params[0].name, NONE).items
    return given[0] if len(given) == 1 and isinstance(given[0], Instance) else None


def _parameter(
    world: World, info: FunctionInfo, closure: int, param: Param, given: Values | None, open_: bool
) -> Values:
    if given is None:
        return _not_given(world, info, closure, param, open_)
    if any(word in param.name for word in COUNTED) or param.name in counters_of(world, info):
        return given
    if not given.items or is_unknown(given):
        promised = annotated(world, _definition_frame(world, info, closure), param.annotation)
        return promised if promised.items else UNKNOWN
    items = tuple(
        replace(v, param=(info.number, param.name)) if isinstance(v, Text) else v
        for v in simplify(world, given).items
    )
    return Values(items, given.decided)


def _not_given(world: World, info: FunctionInfo, closure: int, param: Param, open_: bool) -> Values:
    """Exactly the default in a call we see; where callers are unknown, the type counts too."""
    default = default_of(world, info, closure, param)
    if default is None and open_:
        default = _option_default(world, info, param)
    if default is not None and not open_:
        return default
    if default is not None and any(isinstance(v, Text) for v in default.items):
        return loosened(default)
    if default is not None and any(isinstance(v, RuleObject | Instance) for v in default.items):
        # Injected, or made when the function was defined: surer than what its type promises.
        return default
    promised = annotated(world, _definition_frame(world, info, closure), param.annotation)
    if default is None or not default.items:
        return promised if promised.items else UNKNOWN
    world.left_out.update(v.number for v in default.items if isinstance(v, Table))
    # A flag or None is what callers leave out; these callers may say anything else.
    return prefer(left_out(default), promised if promised.items else UNKNOWN)


def _option_default(world: World, info: FunctionInfo, param: Param) -> Values | None:
    """The default that an option decorator (``@click.option("--model", default=...)``) gives."""
    for decoration in world.decorations.get(info.number, {}).values():
        if decoration.name.rpartition(".")[2] not in OPTIONS:
            continue
        flags = [
            v.text.lstrip("-").replace("-", "_")
            for a in decoration.args
            if a.name is None
            for v in a.values.items
            if isinstance(v, Text)
        ]
        if param.name in flags:
            return argument(decoration.args, "default")
    return None


def note_defaults(world: World, frame: Frame, info: FunctionInfo, closure: int) -> None:
    """What the defaults are where the ``def`` runs: afterwards their names may mean other things.

    What a framework is to provide is looked up now and asked for when the function runs.
    """
    with frame.aside():
        for param in info.node.params:
            key = (info.number, closure, param.name)
            provider = _provider(world, frame, param)
            if provider is not None:
                world.providers[key] = provider
            elif param.default is not None and not isinstance(param.default, Const | Closure):
                values = world.evaluate(frame, param.default)
                if values.items and not is_unknown(values):
                    world.defaults[key] = values


def _provider(world: World, frame: Frame, param: Param) -> Provider | None:
    """``Depends(f)`` as the default, or inside the annotation."""
    inside = param.annotation.key if isinstance(param.annotation, Index) else None
    written = (param.default, *(inside.items if isinstance(inside, Many) else ()))
    found = (provider_of(world, frame, e) for e in written if isinstance(e, Call))
    return next((provider for provider in found if provider is not None), None)


def default_of(world: World, info: FunctionInfo, closure: int, param: Param) -> Values | None:
    """The default of a parameter, or what a framework provides; None if there is neither."""
    key = (info.number, closure, param.name)
    provider = world.providers.get(key)
    if provider is None and param.default is None:
        return None
    if key not in world.defaults:
        frame = _definition_frame(world, info, closure)
        # A default that needs itself is not known.
        world.defaults[key] = UNKNOWN
        with frame.aside():
            if provider is not None:
                world.defaults[key] = provided(world, frame, provider)
            elif param.default is not None:
                world.defaults[key] = world.evaluate(frame, param.default)
    return world.defaults[key]


def _definition_frame(world: World, info: FunctionInfo, closure: int) -> Frame:
    return world.frame_of(closure) or world.module_frame(info.path)
