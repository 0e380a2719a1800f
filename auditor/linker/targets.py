"""From what arguments say to concrete attempts: vendor, platform, gateways, model.

The order of evidence: an explicit base URL, then the class's platform or a provider argument,
then the prefix of the model string, then the model's own name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from math import inf
from typing import NamedTuple

from auditor.linker.imitated import MOST_HOSTS, answers
from auditor.linker.keys import are_own, variables_of
from auditor.linker.regions import region_of
from auditor.linker.shipped import nameable
from auditor.linker.trails import Resolved, Trail, too_many
from auditor.linker.urls import host_of, path_of
from auditor.linker.values import HOLE, Aim, Constant, Group, Next, Text, Value, Values
from auditor.linker.world import World
from auditor.model.behaviour import (
    ERROR_CLASSES,
    Ask,
    Attempt,
    Choice,
    Ordered,
    Together,
    attempts_of,
    with_attempts,
)
from auditor.model.catalog import Platform, Role
from auditor.rulebook.match import ModelRef

#: Base URLs times models: more combinations than this are not told apart.
MOST_ATTEMPTS = 32
#: What clients add to a base URL, of all requests the commonest.
USUAL_REQUEST = "/chat/completions"
#: A sentence is no model's name, whatever stands beside it in the same dictionary.
_MODEL_NAME = re.compile(r"(?=[^$]{1,150}$)(?!api\.)\S+(?: \S+){0,4}(?<![!?])(?<!\w[a-z]\.)")


class Place(NamedTuple):
    """Where a request goes: None where that is not known, with the reason and the variables."""

    platform: Platform | None
    gateway: Platform | None
    explicit: bool
    why: str | None = None
    env: tuple[str, ...] = ()


def resolve(world: World, aim: Aim) -> Resolved:
    """Whom the aim asks; a single unknown attempt where it says nothing."""
    trail = Trail()
    ask = _resolve(world, aim, trail)
    return trail.end(ask)


def _resolve(world: World, aim: Aim, trail: Trail) -> Ask:
    if aim.groups:
        main = _grouped(world, aim, trail)
    elif aim.alternatives:
        trail.dynamic = True
        options = tuple(dict.fromkeys(_resolve(world, a, trail) for a in aim.alternatives))
        main = options[0] if len(options) == 1 else Choice(options, bool(aim.decided))
    else:
        main = _resolve_own(world, aim, trail)
    for following in aim.fallbacks:
        main = _followed(world, main, aim.base_url, following, trail)
    return main


def _followed(
    world: World, main: Ask, address: Values | None, following: Next, trail: Trail
) -> Ask:
    """What is asked first, at that ``address`` if one is given, with what is asked after it."""
    first = attempts_of(main)
    if following.gateway and not all(following.gateway in a.gateways for a in first):
        return main
    here = {a.platform for a in first}
    others: list[Ask] = []
    for aim in following.aims:
        other = _resolve(world, aim, trail)
        if aim.borrows:
            other = with_attempts(other, lambda a: replace(a, borrowed_key=a.platform not in here))
        if _is_sent_to(aim, address) and len(first) == 1:
            other = with_attempts(other, lambda a: _there(a, first[0]))
        others.append(other)
    return Ordered((main, *others), following.fires, following.types, following.how)


def _is_sent_to(aim: Aim, address: Values | None) -> bool:
    """Whether the address that was given for what is asked first is this one's, too."""
    if address is None or aim.base_url is None or Constant(None) in address.items:
        return False
    return aim.base_url.items == address.items


def _there(other: Attempt, first: Attempt) -> Attempt:
    """A model of another maker, asked where the first one's is: nobody has it there."""
    if other.gateways or other.vendor in (None, first.vendor):
        return other
    return replace(other, vendor=first.vendor, platform=first.platform, misnamed=other.vendor)


def _grouped(world: World, aim: Aim, trail: Trail) -> Ask:
    """The deployments of the group that the model names; of all groups where it names none."""
    by_name = {group.name: group for group in aim.groups}
    texts = [v for v in (aim.model or Values(())).items if isinstance(v, Text)]
    for text in texts:
        trail.saw(text, decides=True)
    wanted = [by_name[text.text] for text in texts if text.text in by_name]
    asks = [_group(world, group, by_name, trail) for group in wanted or aim.groups]
    options = tuple(dict.fromkeys(asks))
    if len(options) > 1:
        trail.dynamic = True
        return Choice(options, aim.model.decided if aim.model is not None else False)
    return options[0]


def _group(world: World, group: Group, by_name: dict[str, Group], trail: Trail) -> Ask:
    """One deployment after another, then the groups that come after this one."""
    later = [by_name[name] for name in group.after if name in by_name and name != group.name]
    aims = [*group.aims, *(aim for other in later for aim in other.aims)]
    asks = tuple(dict.fromkeys(_resolve(world, aim, trail) for aim in aims))
    return asks[0] if len(asks) == 1 else Ordered(asks, ERROR_CLASSES, how=group.how)


def _resolve_own(world: World, aim: Aim, trail: Trail) -> Ask:
    carried = tuple(dict.fromkeys(_resolve(world, a, trail) for a in aim.carried))
    # A carrier's own platform is a default for when it is given nothing to carry.
    speaks = aim.model is not None or aim.base_url is not None
    own = _own_ask(world, aim, trail) if not carried or speaks else None
    parts = (own, *carried) if own is not None else carried
    return parts[0] if len(parts) == 1 else Together(parts)


def _own_ask(world: World, aim: Aim, trail: Trail) -> Ask:
    places = _places(world, aim, trail)
    models = read_models(world, aim, trail, places)
    ways = list(product(places, models))
    told = None not in models  # Where any model may be meant, a default does not say who answers.
    attempts = [make_attempt(world, aim, *way, told) for way in ways[:MOST_ATTEMPTS]]
    given = [v for v in (aim.base_url, aim.provider, aim.model) if v is not None]
    crowd = len(ways) > MOST_ATTEMPTS or any(too_many(values) for values in given)
    trail.cut = trail.cut or crowd
    trail.dynamic = trail.dynamic or crowd
    decided = all(len(values.items) == 1 or values.decided for values in given)
    return choose(plausible(world, attempts), decided, trail)


def choose(attempts: list[Attempt], decided: bool, trail: Trail) -> Ask:
    """One of the attempts is made."""
    unique = tuple(dict.fromkeys(attempts))
    told = tuple(a for a in unique if a.vendor or a.platform or a.gateways) or unique
    if len(unique) > 1 or any(a.unknown for a in unique):
        trail.dynamic = True
    return told[0] if len(told) == 1 else Choice(told, decided)


def _places(world: World, aim: Aim, trail: Trail) -> list[Place]:
    default = world.catalog.platforms.get(aim.platform) if aim.platform else None
    found: dict[Place, None] = {}
    for value in (aim.base_url or Values(())).items:
        if isinstance(value, Text):
            trail.saw(value, decides=True)
            if value.text == HOLE and value.needed and _has_address(default):
                reason = f"the base URL comes from {value.env[0]}"
                found[Place(None, None, True, reason, value.env)] = None
            elif value.text == HOLE:
                # Unset as shipped: the client then uses its own default.
                why = None if value.env else "the base URL is not known"
                found[_default_place(default, why, value.env)] = None
                trail.dynamic = True
            elif value.text:
                found[place_of_url(world, value)] = None
            else:
                found[_default_place(default, None, value.env)] = None
        elif isinstance(value, Constant):
            found[_default_place(default, None, value.env)] = None
            trail.dynamic = trail.dynamic or bool(value.env)
        else:
            found[_default_place(default, "the base URL is not known", ())] = None
    if len(found) > MOST_HOSTS:
        found = {p: None for p in found if answers(world, default, p.platform)}
    for value in (aim.provider or Values(())).items:
        if isinstance(value, Text):
            trail.saw(value, decides=True)
            named = value.text.removesuffix(HOLE)
            if value.known or (named and HOLE not in named and not value.env):
                text = replace(value, text=named)
                found[_provider_place(world, aim, text, default)] = None
                continue
        found[_default_place(default, "the provider is not known", ())] = None
    return list(found) or [_default_place(default, None, ())]


def _has_address(platform: Platform | None) -> bool:
    """Whether a client could do without a base URL: one that is demanded then leads elsewhere."""
    return platform is None or any("{" not in host for host in platform.hosts)


def place_at(
    platform: Platform | None,
    env: tuple[str, ...],
    explicit: bool = True,
    why: str | None = None,
) -> Place:
    """The place where this platform answers; of a gateway nobody says what is behind it."""
    if platform is not None and platform.role is Role.GATEWAY:
        return Place(None, platform, explicit, why, env)
    return Place(platform, None, explicit, why, env)


def unknown_host(host: str, env: tuple[str, ...]) -> Place:
    """The place of which only a host is known that no rule has."""
    return Place(None, None, True, f"no rule knows the host {host.replace(HOLE, '…')}", env)


def _default_place(default: Platform | None, why: str | None, env: tuple[str, ...]) -> Place:
    return place_at(default, env, False, why)


def _provider_place(world: World, aim: Aim, text: Text, default: Platform | None) -> Place:
    platform = world.matcher.platform_of_provider(text.text, aim.provider_grammar)
    if platform is None:
        return Place(None, None, True, f"no rule knows the provider {text.text!r}", text.env)
    if platform.role is Role.GATEWAY:
        return Place(None, platform, True, None, text.env)
    behind = default if default is not None and default.role is Role.GATEWAY else None
    return Place(platform, behind, True, None, text.env)


def _by_shape(world: World, text: Text) -> Platform | None:
    """Whose paths an address has of which the host is not known."""
    path = path_of(text.text).rstrip("/")
    endpoint = world.matcher.endpoint_of_path(f"{path}{USUAL_REQUEST}", None, False)
    found = world.catalog.platforms.get(endpoint.platform or "") if endpoint else None
    return found if path and found is not None and found.role is Role.PLATFORM else None


def place_of_url(world: World, text: Text) -> Place:
    """The platform or gateway that a base URL means."""
    host = host_of(text.text)
    shaped = _by_shape(world, text) if host == HOLE else None
    if shaped is not None:
        return Place(shaped, None, True, None, text.env)
    if not host or host == HOLE:
        return Place(None, None, True, "the host of the base URL is not known", text.env)
    found = world.matcher.platform_of_host(host)
    return place_at(found.platform, text.env) if found is not None else unknown_host(host, text.env)


def read_models(world: World, aim: Aim, trail: Trail, places: list[Place]) -> list[ModelRef | None]:
    """What the model slot names: one reference per string, None where it is unknown."""
    found: dict[ModelRef | None, None] = {}
    serves = {p.platform.serves if p.platform else None for p in places}
    decides = None in serves or aim.model_grammar is not None
    for value in (aim.model or Values(())).items:
        if isinstance(value, Text):
            trail.saw(value, decides)
            if value.env and value.known:
                trail.dynamic = trail.dynamic or decides
            if value.known and value.text and not _MODEL_NAME.fullmatch(value.text):
                # Whatever came along with the models under an unknown key.
                trail.dynamic = True
                continue
            if value.known and value.text:
                grammar = _grammar(aim, places)
                found[world.matcher.read_model(value.text, grammar)] = None
                continue
            prefix = value.text.partition(HOLE)[0]
            if prefix:
                ref = world.matcher.read_model(prefix, _grammar(aim, places))
                if ref.known:
                    found[replace(ref, model=None)] = None
                    trail.dynamic = True
                    continue
        trail.dynamic = True
        found[None] = None
    return list(found) or [None]


def _grammar(aim: Aim, places: list[Place]) -> str | None:
    behind = {p.gateway.grammar for p in places if p.gateway is not None and p.gateway.grammar}
    return behind.pop() if len(behind) == 1 else aim.model_grammar


def make_attempt(
    world: World, aim: Aim, place: Place, model: ModelRef | None, leads: bool = True
) -> Attempt:
    """The attempt at one place with one model; ``leads`` where that may say it is elsewhere."""
    gateways = [place.gateway.id] if place.gateway else []
    platform = place.platform
    if leads and _leads_away(place, model):
        place = place._replace(why=place.why or f"the base URL comes from {place.env[0]}")
        platform = None
    elif model is not None:
        gateways += [g for g in model.gateways if g not in gateways]
        named = world.catalog.platforms.get(model.platform or "")
        if platform is None and (not place.explicit or (place.why and not _has_address(named))):
            # Each customer of that platform has a host of its own: the URL may be any of them.
            platform = named
            place = place._replace(why=None)
    vendor = aim.vendor or (model.vendor if model else None)
    if platform is not None and platform.serves and (vendor is None or _only_by_name(model)):
        vendor = platform.serves
    unknown = place.why
    if unknown is None and vendor is None and (platform is None or platform.role is not Role.LOCAL):
        unknown = _why(aim, model)
    return Attempt(
        vendor=vendor,
        platform=platform.id if platform else None,
        gateways=tuple(gateways),
        model=model.model if model else None,
        open_weights=bool(model and model.open_weights),
        credentials=(keys := variables_of(aim.key)),
        own_key=are_own(keys, platform),
        timeout=_number(aim.timeout),
        retries=_whole(aim.retries),
        region=region_of(aim.region),
        conditions=nameable(place.env),
        misnamed=_misnamed(platform, model),
        unknown=unknown,
    )


def _leads_away(place: Place, model: ModelRef | None) -> bool:
    """Whether an open base URL must lead elsewhere: the default place has no such model."""
    platform = place.platform
    if place.explicit or not (place.env or place.why) or platform is None or model is None:
        return False
    return platform.serves is not None and model.vendor not in (None, platform.serves)


def _only_by_name(model: ModelRef | None) -> bool:
    """A closed model cannot run on somebody else's platform: there it is a mere name."""
    return model is not None and model.vendor is not None and not model.open_weights


def _misnamed(platform: Platform | None, model: ModelRef | None) -> str | None:
    """The maker of a closed model that is asked of a platform which serves another maker's."""
    if platform is None or platform.role is not Role.PLATFORM or model is None:
        return None
    other = platform.serves is not None and model.vendor not in (None, platform.serves)
    return model.vendor if other and _only_by_name(model) else None


def plausible(world: World, attempts: list[Attempt]) -> list[Attempt]:
    """Where many models might go to a platform that serves one vendor, only that vendor's do."""
    by_platform: dict[str | None, set[str | None]] = {}
    for attempt in attempts:
        if attempt.misnamed is None:
            by_platform.setdefault(attempt.platform, set()).add(attempt.vendor)
    kept: list[Attempt] = []
    for attempt in attempts:
        platform = world.catalog.platforms.get(attempt.platform or "")
        serves = platform.serves if platform else None
        foreign = attempt.vendor != serves or attempt.misnamed is not None
        if serves and foreign and serves in by_platform.get(attempt.platform, ()):
            continue
        kept.append(attempt)
    return kept


def _why(aim: Aim, model: ModelRef | None) -> str:
    if model is not None and model.model:
        return f"no rule knows the model {model.model!r}"
    named = aim.model is not None
    return "the model is not known" if named else "nothing in the code says which model answers"


def _number(values: Values | None) -> float | None:
    """The largest of the numbers, infinite where there is no end, None where any is not known."""
    found = [_seconds(value) for value in (values or Values(())).items]
    return max(n for n in found if n is not None) if found and None not in found else None


def _seconds(value: Value) -> float | None:
    match value:
        case Constant(None) | Text("never"):
            return inf
        case Constant(int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case _:
            return None


def _whole(values: Values | None) -> int | None:
    number = _number(values)
    return int(number) if number is not None and number != inf else None
