"""Where a change can take care of calls: at each call, or in a function that leads to several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from auditor.model.behaviour import (
    Behaviour,
    Branch,
    Enter,
    Guarded,
    Leave,
    Repeat,
    Request,
    parts,
)
from auditor.model.repair import Place
from auditor.model.report import CallReport

Bodies = Mapping[str, Mapping[int, Behaviour]]


def find_places(
    bodies: Bodies, keys: Mapping[str, str], calls: Sequence[CallReport]
) -> tuple[Place, ...]:
    """Every call that stops something, and every function that chooses between such calls.

    A function chooses if each of its runs makes one of them at most, and all are of one kind:
    there, one handler can go on to another. ``bodies`` are what each function does, in each
    context; ``keys`` maps the names that behaviours use for calls to their ids.
    """
    by_id = {call.id: call for call in calls}
    counted = _Counted({key: name for key, name in keys.items() if name in by_id})
    found = [_at(call) for call in calls]
    for name, contexts in bodies.items():
        reach = _joined(counted.below(body) for body in contexts.values())
        families = {_family(by_id[call].kind) for call in reach.calls}
        one_kind = len(families) == 1 and "embedding" not in families
        if one_kind and reach.most == 1 < len(reach.calls):
            path = name.partition(":")[0]
            direct = [by_id[call] for call in reach.calls if by_id[call].path == path]
            if all(call.via == "config" for call in direct) and direct:
                continue  # routes of one file: no function chooses between them
            vendors = {by_id[call].vendors for call in reach.calls}
            lines = counted.sites(name, contexts.values()) or sorted(one.line for one in direct)
            found.append(_choosing(name, reach, lines, several=len(vendors) > 1))
    return tuple(sorted(found, key=lambda place: (place.path, place.line, place.node)))


#: No run ends so.
_NEVER = -1


class _Reach(NamedTuple):
    """The calls below a node, and how deep the farthest lies.

    ``onward`` is the most that a run makes which goes on behind the node, ``away`` that of one
    which leaves the function or loop there; ``_NEVER`` where no run does.
    """

    calls: frozenset[str] = frozenset()
    onward: int = 0
    away: int = _NEVER
    height: int = 0

    @property
    def most(self) -> int:
        """The most that any run makes."""
        return max(self.onward, self.away)


class _Counted:
    """Counts calls below nodes. Nodes are shared, so each is looked at once."""

    def __init__(self, wanted: Mapping[str, str]) -> None:
        self._wanted = wanted
        self._known: dict[int, _Reach] = {}

    def below(self, node: Behaviour) -> _Reach:
        found = self._known.get(id(node))
        if found is None:
            found = self._below(node)
            self._known[id(node)] = found
        return found

    def _below(self, node: Behaviour) -> _Reach:
        match node:
            case Request(call=call):
                name = self._wanted.get(call)
                return _Reach(frozenset({name}), 1) if name else _Reach()
            case Enter(body=body, deferred=deferred):
                inner = _Reach() if deferred else _whole(self.below(body))
                return inner._replace(height=inner.height + 1) if inner.calls else inner
            case Branch(arms=arms):
                return _joined(map(self.below, arms))
            case Leave():
                return _Reach(onward=_NEVER, away=0)
            case Repeat(rounds=rounds, orelse=orelse):
                each = _joined(_whole(self.below(part)) for part in rounds)
                return _added([each, self.below(orelse)])
            case Guarded(catches=catches):
                handlers = _joined(self.below(catch.body) for catch in catches)
                others = (node.body, handlers, node.orelse, node.final)
                return _all_of(n if isinstance(n, _Reach) else self.below(n) for n in others)
            case _:
                return _added(map(self.below, parts(node)))

    def sites(self, name: str, bodies: Iterable[Behaviour]) -> list[int]:
        """The lines of a function from which the calls are reached."""
        path = name.partition(":")[0]
        lines: set[int] = set()
        todo, seen = list(bodies), set[int]()
        while todo:
            node = todo.pop()
            if id(node) in seen or not self.below(node).calls:
                continue
            seen.add(id(node))
            if isinstance(node, Enter):
                lines |= {node.line} if node.path == path else set()
            else:
                todo.extend(parts(node))
        return sorted(lines)


def _joined(reaches: Iterable[_Reach]) -> _Reach:
    """One of several happens."""
    each = list(reaches)
    return _Reach(
        frozenset(call for one in each for call in one.calls),
        max((one.onward for one in each), default=0),
        max((one.away for one in each), default=_NEVER),
        max((one.height for one in each), default=0),
    )


def _added(reaches: Iterable[_Reach]) -> _Reach:
    """One after the other happens, until one leaves."""
    each = list(reaches)
    onward, away = 0, _NEVER
    for one in each:
        if onward == _NEVER:
            break
        if one.away != _NEVER:
            away = max(away, onward + one.away)
        onward = onward + one.onward if one.onward != _NEVER else _NEVER
    return _joined(each)._replace(onward=onward, away=away)


def _all_of(reaches: Iterable[_Reach]) -> _Reach:
    """All of several may happen in one run, whichever of them leave."""
    each = list(reaches)
    most = sum(one.most for one in each)
    leaves = any(one.away != _NEVER for one in each)
    return _joined(each)._replace(onward=most, away=most if leaves else _NEVER)


def _whole(reach: _Reach) -> _Reach:
    """Behind a call of the function, or behind the loop, all its runs go on."""
    return reach._replace(onward=reach.most, away=_NEVER)


def _family(kind: str) -> str:
    """Calls of one family can stand in for each other."""
    return "text" if kind in ("chat", "completion", "agent") else kind


def _at(call: CallReport) -> Place:
    kind, effort, change = _change(call)
    return Place(call.id, call.path, call.line, call.function, kind, effort, change, (call.id,))


def _change(call: CallReport) -> tuple[str, str, str]:
    """The kind of change, its effort, and a sentence, by what stands behind the call today."""
    if call.kind == "embedding":
        says = "build a second index with another vendor's embeddings, and ask it on failure"
        return "second-index", "large", says
    match call.verdict:
        case "manual-switch":
            return "automatic-switch", "medium", "let a failure choose the other vendor by itself"
        case _ if _hangs_on_a_gateway(call):
            return "second-route", "medium", "add a way that does not lead through the gateway"
        case "same-vendor" | "same-vendor-other-platform":
            return "other-vendor", "small", "let the fallback ask another vendor"
        case _ if call.leaks:
            return "wider-handler", "small", "let the handler take every error of an outage"
        case _:
            return "add-fallback", "medium", "ask another vendor when the call fails"


def _hangs_on_a_gateway(call: CallReport) -> bool:
    """Whether nothing but the loss of a gateway stops it: the vendors behind it are covered."""
    stops = [domain for domain, word in call.on_loss.items() if word == "stops"]
    only = bool(stops) and all(domain.startswith("gateway:") for domain in stops)
    return only or call.verdict == "gateway-spof"


def _choosing(name: str, reach: _Reach, lines: Sequence[int], several: bool) -> Place:
    path, _, function = name.partition(":")
    below = f"of the {len(reach.calls)} calls below"
    one = f"go on to another {below} when one fails"
    other = f"ask another vendor when one {below} fails"
    return Place(
        node=name,
        path=path,
        line=lines[0] if lines else 0,
        function=function,
        kind="shared-fallback",
        effort="medium",
        change=one if several else other,
        calls=tuple(sorted(reach.calls)),
        height=reach.height + 1,
    )
