"""What can change while code runs: attributes, list items, dictionary entries, foreign arguments.

Updates are weak: a place holds everything that was ever put into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from auditor.linker.values import (
    MOST_VALUES,
    NONE,
    UNKNOWN,
    Aim,
    Arguments,
    Constant,
    Foreign,
    Instance,
    RuleObject,
    Sequence,
    Table,
    Text,
    Unknown,
    Value,
    Values,
    join,
)

#: The name under which an instance keeps the rule object it derives from.
BASE_OBJECT = "<base>"
#: Nothing can be run or asked through these.
PLAIN = (Text, Constant, Unknown)
#: Lists that double with every line would else fill the memory.
MOST_ITEMS = 2000
#: Of larger mappings the rest of the keys is not told apart.
MOST_KEYS = 400


@dataclass(slots=True)
class Heap:
    """Storage by the numbers that values carry; ``version`` grows with every change.

    ``changed`` are the holders into which more than texts and numbers was put, ``names`` the
    attributes that an object has, ``counted`` the lists written out item by item, ``grown`` those
    to which something is added, ``unordered`` those of whose items nobody knows the places.
    ``settled`` are the constants that an attribute only held until its constructor went on.
    ``sites`` says where a dictionary was built, ``held`` are those that something else on the heap
    holds, ``contents`` the keys and values that were looked for in a list or dictionary.
    ``stocked`` are the lists to which something is sure to be added before anybody asks,
    ``keys`` all that any dictionary has, ``left`` the lists that others are once something has been
    taken out of them.
    """

    attributes: dict[tuple[int, str], Values] = field(default_factory=dict)
    names: dict[int, set[str]] = field(default_factory=dict)
    items: dict[int, tuple[Values, ...]] = field(default_factory=dict)
    entries: dict[int, dict[str, Values]] = field(default_factory=dict)
    foreign: dict[Foreign, Arguments] = field(default_factory=dict)
    handed: dict[tuple[str, int], Values] = field(default_factory=dict)
    numbers: dict[object, int] = field(default_factory=dict)
    counted: set[int] = field(default_factory=set)
    grown: set[int] = field(default_factory=set)
    unordered: set[int] = field(default_factory=set)
    sites: dict[int, tuple[str, int]] = field(default_factory=dict)
    settled: dict[tuple[int, str], frozenset[Value]] = field(default_factory=dict)
    held: set[int] = field(default_factory=set)
    stocked: set[int] = field(default_factory=set)
    left: dict[int, int] = field(default_factory=dict)
    version: int = 0
    changed: set[int] = field(default_factory=set)
    _joined: dict[int, Values] = field(default_factory=dict)
    _objects: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    contents: dict[int, tuple[tuple[str, ...], tuple[Value, ...]]] = field(default_factory=dict)

    def number(self, key: object) -> int:
        """The number of an equal key, given out on first sight."""
        return self.numbers.setdefault(key, len(self.numbers) + 1)

    def sequence(
        self, site: tuple[str, int], items: tuple[Values, ...], owner: int = 0
    ) -> Sequence:
        """The list built at ``site``, by ``owner``; of a very long one the order is forgotten."""
        if len(items) > MOST_ITEMS:
            items = (join(*dict.fromkeys(items)),)
        number = self.number(("sequence", site, items, owner))
        if number not in self.items:
            self.items[number] = items
            self._hold(items)
        return Sequence(number)

    def reordered(self, site: tuple[str, int], items: tuple[Values, ...]) -> Sequence:
        """A list of these items in an order that is not known: whoever takes all gets each."""
        made = self.sequence((f"{site[0]}, in another order", site[1]), items)
        self.unordered.add(made.number)
        return made

    def table(
        self, site: tuple[str, int], entries: tuple[tuple[str, Values], ...], owner: int = 0
    ) -> Table:
        """The dictionary built at ``site``, by ``owner``; ``*`` holds values under unknown keys."""
        number = self.number(("table", site, entries, owner))
        if number not in self.entries:
            self.entries[number] = dict(entries)
            self.keys.update(name for name, _ in entries)
            self.sites[number] = site
            self._hold([values for _, values in entries])
        return Table(number)

    def _hold(self, held: Iterable[Values]) -> None:
        self.held.update(v.number for values in held for v in values.items if isinstance(v, Table))

    def rule_object(
        self,
        sdk: str,
        rule: str,
        aim: Aim,
        site: tuple[str, int],
        runs: tuple[Value, ...] = (),
        filled: bool = False,
    ) -> RuleObject:
        """The object of this rule that asks whom ``aim`` says and runs ``runs`` when asked.

        Objects that are ``filled`` later are told apart by their place.
        """
        number = self.number(("object", sdk, rule, aim, runs, site if filled else None))
        return RuleObject(number, sdk, rule, aim, site, runs)

    def anything_in(self, holder: Sequence | Table) -> Values:
        """All that a list or dictionary holds, under whatever position or key."""
        found = self._joined.get(holder.number)
        if found is None:
            if isinstance(holder, Sequence):
                found = join(*self.items.get(holder.number, ()))
            else:
                entries = self.entries.get(holder.number, {})
                known = (v for k, v in sorted(entries.items()) if k != "*")
                found = join(*known, entries.get("*", NONE))
            self._joined[holder.number] = found
        return found

    def objects_in(self, holder: Sequence | Table) -> tuple[Value, ...]:
        """What it holds that is more than a text or a number, each once: most of it is neither."""
        found = self._objects.get(holder.number)
        if found is None:
            if isinstance(holder, Sequence):
                held: Iterable[Values] = self.items.get(holder.number, ())
            else:
                held = self.entries.get(holder.number, {}).values()
            kept = (v for values in held for v in values.items if not isinstance(v, PLAIN))
            found = self._objects[holder.number] = tuple(dict.fromkeys(kept))
        return found

    def leaves(self, values: Values) -> Iterator[Value]:
        """The values in lists of lists, in order. A list that holds itself is opened once."""
        waiting, opened = list(reversed(values.items)), set[int]()
        while waiting:
            value = waiting.pop()
            if not isinstance(value, Sequence):
                yield value
            elif value.number not in opened:
                opened.add(value.number)
                held = [v for item in self.items.get(value.number, ()) for v in item.items]
                waiting.extend(reversed(held))

    def is_whole(self, sequence: Sequence) -> bool:
        """Whether a list is written out, and nothing that we see adds to it."""
        return sequence.number in self.counted and sequence.number not in self.grown

    def _outdated(self, number: int) -> None:
        self._joined.pop(number, None)
        self._objects.pop(number, None)
        self.contents.pop(number, None)

    def append(self, sequence: Sequence, values: Values) -> None:
        """Add an item, unless an equal one is there."""
        items = self.items.get(sequence.number, ())
        self.grown.add(sequence.number)
        if len(items) >= MOST_VALUES:
            # What else is in it is not known.
            values = UNKNOWN
        if values.items and values not in items:
            self.items[sequence.number] = (*items, values)
            self._outdated(sequence.number)
            self._note_change(sequence.number, values)
        if sequence.number in self.left:
            self.append(Sequence(self.left[sequence.number]), values)

    def put(self, table: Table, key: str, values: Values) -> None:
        """Store under a key (``*`` when the key is unknown)."""
        entries = self.entries.setdefault(table.number, {})
        if key not in entries and len(entries) >= MOST_KEYS:
            # What else is in it is not known.
            key, values = "*", UNKNOWN
        merged = join(entries.get(key, NONE), values)
        if merged != entries.get(key):
            self.keys.add(key)
            entries[key] = merged
            self._outdated(table.number)
            self._note_change(table.number, values)

    def store(self, instance: Instance, name: str, values: Values) -> None:
        """Set an attribute."""
        place = (instance.number, name)
        merged = join(self.attributes.get(place, NONE), values)
        if merged != self.attributes.get(place):
            self.replace(instance, name, merged)

    def settle(self, instance: Instance, name: str, values: Values) -> None:
        """Set an attribute as its constructor does: what was a constant before is so no longer.

        A constructor may be run again, which does not bring the constant back.
        """
        place = (instance.number, name)
        before = self.attributes.get(place, NONE)
        gone = self.settled.get(place, frozenset())
        if gone.issuperset(values.items):
            return
        if before.items and all(isinstance(v, Constant) for v in before.items):
            self.settled[place] = gone.union(before.items).difference(values.items)
            if values != before:
                self.replace(instance, name, values)
        else:
            self.store(instance, name, values)

    def replace(self, instance: Instance, name: str, values: Values) -> None:
        """Set an attribute and forget what it was before."""
        self.attributes[instance.number, name] = values
        self.names.setdefault(instance.number, set()).add(name)
        self._note_change(instance.number, values)

    def _note_change(self, number: int, values: Values) -> None:
        self.version += 1
        self._hold((values,))
        if not all(isinstance(v, Text | Constant | Unknown | Foreign) for v in values.items):
            self.changed.add(number)

    def load(self, instance: Instance, name: str) -> Values | None:
        """An attribute's values, None when it was never set."""
        return self.attributes.get((instance.number, name))
