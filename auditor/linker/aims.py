"""Whom the arguments of a call name, as a rule reads them."""

from __future__ import annotations

from auditor.linker.alternatives import read_fallbacks, read_groups
from auditor.linker.slots import DEEPEST_SEARCH, aims_of, given_to, read_slot, read_wait, texts_in
from auditor.linker.values import (
    HOLE,
    Aim,
    Arguments,
    Constant,
    External,
    Next,
    RuleMember,
    RuleObject,
    Sequence,
    Text,
    Value,
    Values,
    one,
)
from auditor.linker.world import World
from auditor.model.catalog import Slot, Target

#: Models that stand in for one another again and again: beyond this many not all are told apart.
MOST_AIMS = 60
CONVERSING = ("agent", "chat", "completion")


def read_aim(world: World, target: Target, args: Arguments, kind: str | None = None) -> Aim:
    """Whom the arguments name, by the slots of a rule.

    An object given as model or provider lends its target; what the call says lies over it.
    """
    model = read_slot(world, target.model, args, opaque=True)
    provider = read_slot(world, target.provider, args)
    aim = Aim(
        platform=target.platform,
        vendor=target.vendor,
        model=_plain(world, model),
        model_grammar=target.model.grammar if target.model else None,
        provider=_plain(world, provider),
        provider_grammar=target.provider.grammar if target.provider else None,
        base_url=read_slot(world, target.base_url, args),
        key=_key(world, target.key, args),
        timeout=read_wait(world, target.timeout, args),
        retries=read_wait(world, target.retries, args),
        region=read_slot(world, target.region, args),
        carried=_carried(world, target.carries, args),
        kind=kind,
    )
    first, fallbacks = read_fallbacks(world, target, args, read_aim)
    aim = aim._replace(fallbacks=fallbacks, groups=read_groups(world, target, args, read_aim))
    if first is not None and aim.model is None:
        aim = combine(aim, first)
    models = aims_of(world, model, 1)
    # A model object brings its own way; a client given beside it, or for the process, is not asked.
    lent = models or aims_of(world, provider, 1)
    if not lent:
        return aim
    # Beside a model object only a text says which model; what is unknown says nothing against it.
    named = tuple(v for v in (aim.model or Values(())).items if isinstance(v, Text))
    aim = aim._replace(model=Values(named) if named else None)
    own = aim._replace(
        platform=None, vendor=None, base_url=None, provider=None, timeout=None, retries=None,
        region=None,
    )  # fmt: skip
    if aim.model is None:
        own = own._replace(model_grammar=None)
    merged = tuple(dict.fromkeys(combine(given, own)._replace(kind=kind) for given in lent))
    if len(merged) == 1:
        return merged[0]._replace(whole=bool(models) or None)
    decided = bool((model and model.decided) or (provider and provider.decided))
    return Aim(alternatives=merged, decided=decided, kind=kind, whole=bool(models) or None)


def _carried(world: World, slot: Slot | None, args: Arguments) -> tuple[Aim, ...]:
    """The targets of everything in the named arguments, model strings included."""
    found: list[Aim] = []
    for want in slot.args if slot is not None else ():
        given = given_to(world, args, want)
        if given is None:
            continue
        found.extend(aims_of(world, given, DEEPEST_SEARCH))
        if slot is not None and slot.grammar is not None:
            for text in texts_in(world, given, 1):
                found.append(Aim(model=one(text), model_grammar=slot.grammar))
    return tuple(dict.fromkeys(found))


def _plain(world: World, values: Values | None) -> Values | None:
    """What of a slot's values is text; a list of model names counts as its items."""
    if values is None:
        return None
    kept: list[Value] = []
    for value in values.items:
        if isinstance(value, Sequence):
            kept.extend(texts_in(world, one(value), 1))
        elif not isinstance(value, RuleObject | RuleMember) and not _is_falsy(value):
            kept.append(_named_by(value))
    return Values(tuple(dict.fromkeys(kept)), values.decided) if kept else None


def _named_by(value: Value) -> Value:
    """A library's constant stands for about what it is called: ``Provider.AWS_BEDROCK``.

    Its text is that name without an end, since its value may go on.
    """
    name = value.name.rpartition(".")[2] if isinstance(value, External) else ""
    if not name.isupper():
        return value
    return Text(name.lower().replace("_", "-") + HOLE)


def _is_falsy(value: Value) -> bool:
    return isinstance(value, Constant) and not value.value


def _key(world: World, slot: Slot | None, args: Arguments) -> Values | None:
    given = read_slot(world, slot, args)
    if given is not None and given != one(Constant(None)):
        return given
    if slot is not None and slot.env:
        return one(Text(HOLE, slot.env[:1]))
    return None


def combine(base: Aim, more: Aim) -> Aim:
    """``base`` with everything that ``more`` says laid over it."""
    if more.whole:
        carried = tuple(dict.fromkeys((*base.carried, *more.carried)))
        same = more.region is None and more.platform == base.platform
        region = base.region if same else more.region
        return more._replace(kind=more.kind or base.kind, carried=carried, region=region)
    if base.alternatives and more._replace(kind=None) != Aim():
        own = more._replace(kind=None, carried=(), fallbacks=())
        each = tuple(dict.fromkeys(combine(a, own) for a in base.alternatives))
        base = base._replace(alternatives=each)
    merged = [old if new is None or new == () else new for old, new in zip(base, more, strict=True)]
    result = Aim(*merged)  # type: ignore[arg-type]
    if more.model is not None and more.model_grammar is None:
        result = result._replace(model_grammar=base.model_grammar)
    carried = tuple(dict.fromkeys((*base.carried, *more.carried)))
    fallbacks = result.fallbacks
    if more.fallbacks:
        here = base._replace(model=None, carried=(), fallbacks=(), groups=())
        fallbacks = (*base.fallbacks, *(_inherited(here, way) for way in more.fallbacks))
    return result._replace(carried=carried, fallbacks=fallbacks)


def _inherited(base: Aim, way: Next) -> Next:
    """A gateway's alternatives go the way of the client that asks it."""
    return way._replace(aims=tuple(combine(base, a) for a in way.aims)) if way.inherits else way


def kind_of(aim: Aim) -> str | None:
    """What is asked for; of what an object only carries, conversations come first."""
    if aim.kind is not None:
        return aim.kind
    kinds = [kind for carried in aim.carried if (kind := kind_of(carried)) is not None]
    return next((k for k in CONVERSING if k in kinds), kinds[0] if kinds else None)


def trimmed(aim: Aim) -> Aim:
    """The aim, and of one that has grown out of hand only what stands next to its own."""
    if not _exceeds(aim, MOST_AIMS):
        return aim
    return aim._replace(
        carried=tuple(dict.fromkeys(_bare(a) for a in aim.carried)),
        fallbacks=tuple(
            dict.fromkeys(
                way._replace(aims=tuple(dict.fromkeys(_bare(a) for a in way.aims)))
                for way in aim.fallbacks
            )
        ),
    )


def _bare(aim: Aim) -> Aim:
    return aim._replace(carried=(), fallbacks=(), groups=(), alternatives=())


def _exceeds(aim: Aim, most: int) -> bool:
    """Whether there are more aims than this below, counted as often as they appear."""
    count, todo = 0, [aim]
    while todo and count <= most:
        here = todo.pop()
        count += 1
        todo.extend((*here.carried, *here.alternatives))
        todo.extend(a for way in here.fallbacks for a in way.aims)
    return count > most
