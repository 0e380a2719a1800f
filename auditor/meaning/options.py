"""Options of programs: what else a call or record says of the one whose default it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.model.facts import Arg, Attr, Const, Expr, Mapping, Name

#: Under these stands what holds unless somebody chooses.
DEFAULTS = frozenset({"default", "default_value", "defaultvalue", "initial_value", "value"})
#: Under these stands what an option is called.
_NAMES = frozenset({"name", "long", "flag", "key", "id", "key_name"})
#: ``-m, --model <name>`` as well as ``llm-model`` and ``CONF_MODEL``.
_FLAG = re.compile(r"(?:-\w,? *)?(?:--)?(?P<name>[A-Za-z][\w.-]*)(?:[ =][<\[].*)?")
_SPEAKS = re.compile(r"(?:^|_)(?:model|llm)(?:_?(?:name|id|string))?$", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def option_of_call(args: Iterable[Arg]) -> str:
    """The name of the option that a call declares, if it is one for a model, else no text."""
    return _first(arg.value for arg in args if arg.name is None or arg.name.lower() in _NAMES)


def option_of_record(record: Mapping) -> str:
    """The same of ``{name: "model", default: "acme-2"}``."""
    return _first(
        value
        for key, value in record.items
        if isinstance(key, Const) and isinstance(key.value, str) and key.value.lower() in _NAMES
    )


def is_default(word: str) -> bool:
    """Whether a key says that its text holds unless somebody chooses."""
    return word.lower() in DEFAULTS


def _first(values: Iterable[Expr]) -> str:
    return next(filter(None, map(_name_of_model, _shown(values))), "")


def _shown(values: Iterable[Expr]) -> Iterator[str]:
    for value in values:
        match value:
            case Const(value=str() as text):
                yield text
            case Name(id):
                yield id
            case Attr(name=name):
                yield name


def _name_of_model(text: str) -> str:
    """``model`` for ``-m, --model <name>``; nothing for what is no option for a model."""
    found = _FLAG.fullmatch(text)
    name = _CAMEL.sub("_", found["name"]).replace("-", "_").replace(".", "_") if found else ""
    return name if _SPEAKS.search(name) else ""
