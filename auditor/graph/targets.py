"""The right-hand columns of a picture: gateways, models, platforms, vendors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from auditor.graph.draft import Draft
from auditor.graph.fold import fold_tail
from auditor.graph.picture import Box
from auditor.graph.text import plain
from auditor.model.report import CallReport, Target

UNKNOWN = "unknown"


def targets_of(call: CallReport) -> tuple[Target, ...]:
    """The ways a call may go; where they are not known one by one, its vendors, known or not."""
    return call.targets or tuple(Target(id, "", (), "") for id in call.vendors or ("",))


class TargetColumns:
    """Boxes for the targets of some calls, the most used first; the rest of a long column as one.

    ``columns`` says which kinds are drawn, and where. A vendor is always drawn, known or
    not. ``noted``: boxes say how many calls ask them.
    """

    def __init__(
        self,
        draft: Draft,
        calls: Iterable[CallReport],
        columns: Mapping[str, int],
        names: Mapping[str, str],
        *,
        noted: bool = False,
    ) -> None:
        self._columns = columns
        self._keys: dict[tuple[str, str], str] = {}
        used: dict[str, Counter[str]] = {kind: Counter() for kind in columns}
        for call in calls:
            for kind, id in {pair for target in targets_of(call) for pair in self._parts(target)}:
                used[kind][id] += 1
        for kind, counted in used.items():
            ids = sorted(counted, key=lambda id: (-counted[id], id))
            for part in fold_tail(ids):
                number = sum(counted[id] for id in part.members)
                note = f"asked by {number} calls" if noted and number > 1 else "asked by 1 call"
                self._add(draft, kind, part.name, part.members, names, note if noted else "")

    def way(self, target: Target) -> tuple[str, ...]:
        """The boxes that a request to the target passes."""
        return tuple(dict.fromkeys(self._keys[part] for part in self._parts(target)))

    def _parts(self, target: Target) -> list[tuple[str, str]]:
        parts = [("gateway", gateway) for gateway in target.gateways]
        parts += [("model", target.model)] if target.model else []
        parts += [("platform", target.platform)] if target.platform else []
        parts.append(("vendor", target.vendor or UNKNOWN))
        return [part for part in parts if part[0] in self._columns]

    def _add(
        self,
        draft: Draft,
        kind: str,
        rest: str,
        ids: tuple[str, ...],
        names: Mapping[str, str],
        note: str,
    ) -> None:
        shown = [names.get(id, id) if kind != "model" else id for id in ids]
        key = f"{kind}:{rest and '*'}{'' if rest else ids[0]}"
        label = f"{len(ids)} {rest}" if rest else _label(kind, ids[0], shown[0])
        if rest:
            draft.said.append(f"{len(ids)} {kind}s that are used least share one box")
        box = Box(key, kind, self._columns[kind], plain(label), note, plain(", ".join(shown)), ids)
        for id in ids:
            self._keys[kind, id] = draft.add(box)


def _label(kind: str, id: str, name: str) -> str:
    return "not known" if kind == "vendor" and id == UNKNOWN else name
