"""Lines of code that are configuration: defaults, addresses, names of variables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from auditor.meaning.names import VariableName
from auditor.meaning.offers import (
    OFFERED,
    compared_with,
    models_among,
    models_of_calls,
    models_of_records,
    named_for_models,
    named_to_makers,
)
from auditor.meaning.options import DEFAULTS, is_default, option_of_call, option_of_record
from auditor.meaning.values import Named, ValueReader
from auditor.model.config import HOLE, ConfigSite
from auditor.model.credentials import is_credential
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Binary,
    Call,
    Const,
    Evaluate,
    FileFacts,
    Format,
    Import,
    Index,
    Many,
    Mapping,
    Match,
    Name,
    Param,
)
from auditor.model.tags import DEFAULT_TAGS, VARIABLE_TAGS

_SAME = frozenset({"==", "==="})
_COMPARISONS = frozenset({"==", "!=", "in", "not in", "is", "is not", "===", "!==", "<", ">"})
#: Variables that hold a model or address of whoever is configured.
_MODEL_NAME = re.compile(
    r"(?:[A-Z0-9]+_)*(?:LLM|CHAT|EMBEDDINGS?|COMPLETION|DEFAULT|AI)_MODEL(?:_NAME|_ID)?"
)
#: Names of settings that say what is asked after a failure.
_FALLBACK_NAME = re.compile(r"(?:\w+_)?fallback_(?:provider|model|llm)s?", re.IGNORECASE)
#: Variables that turn a provider on.
_SWITCH = re.compile(r"(?:USE|ENABLE)_(?P<used>[A-Z][A-Z0-9_]+)|(?P<on>[A-Z][A-Z0-9_]+)_ENABLED")
_MOST = 400


def code_lines(facts: FileFacts, reader: ValueReader) -> Iterator[ConfigSite]:
    """Such lines of a file."""
    yield from list(dict.fromkeys(_of_file(facts, reader)))[:_MOST]


def _of_file(facts: FileFacts, reader: ValueReader) -> Iterator[ConfigSite]:
    imported = _imported(facts)
    for text, key, line in _texts(facts.body, reader, imported):
        named = reader.offered(text) if key == OFFERED else _named(text, key, reader)
        key = "" if key == OFFERED else key
        if named is not None:
            yield ConfigSite(
                facts.path, line, named.what, named.vendor, named.platform, named.model,
                named.key or key or None,
            )  # fmt: skip


def _named(text: str, key: str, reader: ValueReader) -> Named | None:
    """Code says more than settings files: a name alone tells less, so only listed ones count."""
    if "\n" in text or len(text) > 400:
        return None
    listed = reader.names.listed(text) or (reader.names.find(text) if text.isupper() else None)
    listed = listed or _spelled_small(text, key, reader)
    if listed is not None:
        return reader.variable(text, listed)
    if _MODEL_NAME.fullmatch(text):
        return Named("model", key=text)
    if key.startswith("CONF_") and key.lower().endswith(text) and is_credential(text):
        return Named("credential", key=text)
    if _FALLBACK_NAME.fullmatch(text):
        return Named("fallback", key=text)
    service = reader.service(text)
    if service is not None:
        return service
    switch = _SWITCH.fullmatch(text)
    if switch is not None:
        return reader.provider(switch["on"] or switch["used"], text)
    if "provider" in key.lower() and "://" not in text and not text.isspace():
        what = "fallback" if "fallback" in key.lower() else "gateway-route"
        return reader.provider(text, key, what) if text else None
    if "://" in text and key not in DEFAULTS:
        return reader.address(key, text, anything=True) or _shape_of(text, key, reader)
    if text.startswith(HOLE + "/") and reader.is_base(key):
        shape = _shape_of("any://" + text.rstrip("/") + "/chat/completions", key, reader)
        return shape if shape is not None and shape.platform else None
    said = reader.model(key, text) if HOLE not in text else None
    if said is not None and "fallback" in key.lower():
        return Named("fallback", said.vendor, said.platform, said.model, key)
    return said


def _spelled_small(text: str, key: str, reader: ValueReader) -> VariableName | None:
    """``CONF_ACME_URL = "acme_url"``: the name of a setting in small letters."""
    if key.isupper() and text.islower() and key.lower().endswith(text):
        return reader.names.find(text.upper())
    return None


def _shape_of(text: str, key: str, reader: ValueReader) -> Named | None:
    """An address whose host is open, but whose path is one of models."""
    host, _, path = text.partition("://")[2].partition("/")
    if "{" not in host and HOLE not in host:
        return None
    asks = reader.matcher.endpoint_of_path("/" + path, None, near=True)
    return Named("endpoint", None, asks.platform, asks.model, key) if asks else None


def _imported(facts: FileFacts) -> dict[str, str]:
    """What the names that a file imports stand for, in full."""
    found: dict[str, str] = {}
    for stmt in facts.body:
        if isinstance(stmt, Import) and stmt.names is not None:
            found.update((local, f"{stmt.module}.{name}") for name, local in stmt.names)
        elif isinstance(stmt, Import) and stmt.alias is not None:
            found[stmt.alias] = stmt.module
    return found


def _texts(
    body: object, reader: ValueReader, imported: dict[str, str]
) -> Iterator[tuple[str, str, int]]:
    """Every text that is a value, with the name it goes under and its line."""
    stack: list[tuple[object, str]] = [(body, "")]
    while stack:
        node, key = stack.pop()
        match node:
            case Const():
                if isinstance(node.value, str):
                    yield node.value, key, node.line
            case Format():
                yield _joined(node), key, node.line
                stack.extend((p, "") for p in node.parts if not isinstance(p, Const))
            case Evaluate(value=Const()):
                continue
            case Binary() if node.op in _COMPARISONS:
                yield from compared_with(
                    (node.left, node.right) if node.op in _SAME else (), reader
                )
                stack.extend((p, "") for p in (node.left, node.right) if not isinstance(p, Const))
            case Attr(base=Name(id=base)) if base in imported:
                constant = reader.constants.get(f"{imported[base]}.{node.name}")
                if constant is not None:
                    yield constant, OFFERED, node.line
            case Attr(base=Attr(name="env")):
                yield node.name, key, node.line
            case Assign():
                yield from named_for_models(node)
                yield from models_of_records(node, reader)
                yield from models_of_calls((node.value,), reader)
                stack.extend((t.key, "") for t in node.targets if isinstance(t, Index))
                stack.append((node.value, _name(node.targets[0]) if node.targets else ""))
                stack.append((node.annotation, ""))
            case Param():
                stack.append((node.default, node.name))
            case Arg(name="tag", value=Const(value=str() as tag, line=line)):
                yield from _tagged(tag, line)
            case Arg():
                inner = node.name or key
                stack.append((node.value, key if key and is_default(inner) else inner))
            case Attr():
                stack.append((node.base, ""))
            case Many():
                yield from models_among(node.items, reader)
                yield from models_of_calls(node.items, reader)
                stack.extend((part, key) for part in reversed(node.items))
            case Match():
                patterns = [p for case in node.cases for p in case.patterns]
                yield from models_among(patterns, reader)
                stack.extend((part, "") for part in (node.subject, node.cases))
            case Mapping():
                yield from _registry(node)
                yield from models_among([value for _, value in node.items], reader)
                yield from _variables(node)
                option = option_of_record(node) or key
                for item, value in node.items:
                    said = item.value if isinstance(item, Const) else None
                    under = said if isinstance(said, str) else _named_model(item)
                    stack.append((value, option if option and is_default(under) else under))
                    if not isinstance(item, Const):
                        stack.append((item, ""))
            case Index():
                stack.extend(((node.base, ""), (node.key, "")))
            case Call():
                yield from named_to_makers(node, imported.get, reader)
                stack.append((node.callee, ""))
                keep = option_of_call(node.args) or (key if _passes_on(node) else "")
                stack.extend(
                    (a, keep or (key if is_default(a.name or "") else "")) for a in node.args
                )
            case tuple():
                stack.extend((part, key) for part in reversed(cast("tuple[object, ...]", node)))
            case _:
                continue


def _named_model(key: object) -> str:
    """The constant that stands for a setting's name, ``{CONF_MODEL: "acme-2"}``, if for a model."""
    name = _name(key)
    return name if "model" in name.lower() else ""


def _tagged(said: str, line: int) -> Iterator[tuple[str, str, int]]:
    """A field's tag in Go, ``envDefault:Model:acme-2``: a variable it is read from, a default."""
    kind, _, rest = said.partition(":")
    field, _, text = rest.partition(":")
    if kind in VARIABLE_TAGS:
        yield text.partition(",")[0], "", line
    elif kind in DEFAULT_TAGS:
        yield text, field, line


def _registry(table: Mapping) -> Iterator[tuple[str, str, int]]:
    """``{"acme": AcmeClient, "other": OtherClient}``: providers to choose from, by name."""
    pairs = [
        (item.value, item.line)
        for item, value in table.items
        if isinstance(item, Const)
        and isinstance(item.value, str)
        and isinstance(value, Name | Attr)
        and item.value.lower().replace("-", "") in _whole_name(value).lower().replace("_", "")
    ]
    if len(pairs) > 1:
        yield from ((text, "provider", line) for text, line in pairs)


def _whole_name(value: Name | Attr) -> str:
    """``acme.NewProvider`` with what it is read from."""
    base = _name(value.base) if isinstance(value, Attr) else ""
    return f"{base}.{_name(value)}"


def _variables(table: Mapping) -> Iterator[tuple[str, str, int]]:
    """``{ACME_API_KEY: schema.text()}``: variables that a program says it reads."""
    for item, _ in table.items:
        if isinstance(item, Const) and isinstance(item.value, str) and item.value.isupper():
            yield item.value, "", item.line


def _passes_on(call: Call) -> bool:
    """Whether what a call is given may be what its result is known by: ``x = env("X", "y")``."""
    return not any(isinstance(a.value, Call) for a in call.args) or len(call.args) < 3


def _joined(text: Format) -> str:
    return "".join(
        p.value if isinstance(p, Const) and isinstance(p.value, str) else HOLE for p in text.parts
    )


def _name(target: object) -> str:
    match target:
        case Name():
            return target.id
        case Attr():
            return target.name
        case Index(key=Const(value=str() as key)):
            return key
        case Many(items=(first, *_)):
            return _name(first)
        case _:
            return ""
