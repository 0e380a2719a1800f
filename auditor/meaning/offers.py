"""Models that code offers to choose from: lists of them, and constants called like them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from auditor.meaning.lines import TABLE_OF_LIMITS
from auditor.meaning.values import ValueReader
from auditor.model.facts import Assign, Attr, Call, Const, Expr, Many, Mapping, Name

#: Stands for the key of a text that is one of several models.
OFFERED = "<offered>"
#: A longer list is somebody's whole catalogue, not what a program is set to.
_MOST = 100
#: A part of a constant's name that says that it is about models.
_SPEAKS = re.compile(r"(?:^|_)MODELS?_(?=[A-Z0-9])")
_SEPARATORS = re.compile(r"[\W_]+")
#: Keys of a record that may say which model it is about.
_IDS = re.compile(r"(?:\w*(?:id|identifier)|value|slug|(?:\w+_)?name|key)", re.IGNORECASE)


#: Types of records that are about one model each: ``Model``, ``llm.ModelInfo``, ``SpeechModel``.
_RECORDS = re.compile(
    r"(?:[A-Z]\w*)?Model"
    r"(?:Info|Config|Spec|Entry|Option|Definition|Descriptor|Card|Choice)?"
)


def models_among(items: Iterable[object], reader: ValueReader) -> Iterator[tuple[str, str, int]]:
    """The models in a list or among the values of a mapping, if there is more than one."""
    found = list(_offered(items, reader))
    if 1 < len({text for text, _, _ in found}) <= _MOST:
        yield from found


def models_of_records(assigned: Assign, reader: ValueReader) -> Iterator[tuple[str, str, int]]:
    """``models = [{id: "acme-2", label: "Two"}]``, ``{"acme-2": {label: "Two"}}``: a choice."""
    match assigned.targets, assigned.value:
        case (Name(id),), (Many() | Mapping()) as listed if "model" in id.lower():
            if len(listed.items) <= _MOST:
                yield from _offered(_ids_in(listed), reader)


def models_of_calls(made: Sequence[object], reader: ValueReader) -> Iterator[tuple[str, str, int]]:
    """``[Model(id="acme-2", label="Two")]``: the same, of records that are called models."""
    if len(made) <= _MOST:
        yield from _offered(_ids_given(made), reader)


def _ids_given(made: Iterable[object]) -> Iterator[object]:
    for record in made:
        match record:
            case Call(callee=Name(id=name) | Attr(name=name), args=args) if _RECORDS.fullmatch(
                name
            ):
                if not any(TABLE_OF_LIMITS.search(arg.name or "") for arg in args):
                    names = (arg for arg in args if arg.name is None or _IDS.fullmatch(arg.name))
                    yield from (arg.value for arg in names)


def _offered(items: Iterable[object], reader: ValueReader) -> Iterator[tuple[str, str, int]]:
    """The texts that name a model by themselves."""
    for item in items:
        if isinstance(item, Const) and isinstance(item.value, str) and reader.offered(item.value):
            yield item.value, OFFERED, item.line


def _ids_in(listed: Many | Mapping) -> Iterator[object]:
    """What may say which model a record is about: its own key, or one of its values."""
    if isinstance(listed, Mapping):
        yield from (key for key, record in listed.items if _is_choice(record))
        return
    for record in listed.items:
        if isinstance(record, Mapping) and _is_choice(record):
            yield from (value for key, value in record.items if _fits(key, _IDS.fullmatch))


def _is_choice(record: Expr) -> bool:
    """Whether it is a record, and not a row in a table of prices and limits."""
    return isinstance(record, Mapping) and not any(
        _fits(key, TABLE_OF_LIMITS.search) for key, _ in record.items
    )


def _fits(key: Expr | None, matches: Callable[[str], object]) -> bool:
    return isinstance(key, Const) and isinstance(key.value, str) and bool(matches(key.value))


def named_for_models(assigned: Assign) -> Iterator[tuple[str, str, int]]:
    """``ACME_2_FAST = "acme-2-fast"``, ``DEFAULT_MODEL_ACME = "acme-2"``: a name that says it."""
    match assigned.targets, assigned.value:
        case (Name(id),), Const(value=str() as text) as const if any(c.isdigit() for c in text):
            same = _plain(text).endswith(_plain(id)) or _plain(id).endswith(_plain(text))
            if same or _SPEAKS.search(id):
                yield text, OFFERED, const.line


def compared_with(sides: Iterable[object], reader: ValueReader) -> Iterator[tuple[str, str, int]]:
    """``if model == "acme-2"``: a model, or an address, that something is different for."""
    for side in sides:
        match side:
            case Const(value=str() as text, line=line) if "://" in text:
                yield text, "", line
            case _:
                yield from _offered((side,), reader)


def named_to_makers(
    call: Call, imported: Callable[[str], str | None], reader: ValueReader
) -> Iterator[tuple[str, str, int]]:
    """``acme("acme-2")`` where ``acme`` is what a library makes models with."""
    match call.callee:
        case Name(id) if imported(id) in reader.makers:
            yield from _offered((a.value for a in call.args[:1] if a.name is None), reader)


def _plain(text: str) -> str:
    return _SEPARATORS.sub("", text).lower()
