"""Arguments of calls in scripts: mostly the keys of one object."""

from __future__ import annotations

from auditor.languages.javascript.places import Part
from auditor.model.remedy import Edit
from auditor.remedy.scripts.script import Script
from auditor.remedy.scripts.style import style_of
from auditor.remedy.source import CannotEdit


def arguments(call: Part) -> list[Part]:
    """What is handed to a call or a constructor, without signs and comments."""
    given = call.get("arguments")
    return [
        part
        for part in (given.parts if given is not None else ())
        if part.kind not in ("(", ")", ",", "comment")
    ]


def options(call: Part) -> Part | None:
    """The object that is the first argument, None where something else stands there."""
    given = arguments(call)
    return given[0] if given and given[0].kind == "object" else None


def members(holder: Part) -> list[Part]:
    """The entries of an object."""
    return [part for part in holder.parts if part.kind not in ("{", "}", ",", "comment")]


def key_of(script: Script, member: Part) -> str:
    """The key of an entry; empty for a spread, and for what is computed."""
    if member.kind == "shorthand_property_identifier":
        return script.code(member)
    key = member.get("key") or member.get("name")
    if key is None or key.kind == "computed_property_name":
        return ""
    return script.string(key) or script.code(key)


def member(script: Script, holder: Part, key: str) -> Part | None:
    """The entry with a key."""
    return next((one for one in members(holder) if key_of(script, one) == key), None)


def value_of(entry: Part) -> Part:
    """What an entry holds; for ``{model}`` the name itself."""
    return entry.get("value") or entry


def set_options(script: Script, call: Part, values: dict[str, str]) -> list[Edit]:
    """The edits that give keys of the only object a value, whether or not they are there.

    Raises ``CannotEdit`` where the arguments come from elsewhere, or may be overwritten behind.
    """
    given = arguments(call)
    if not given:
        text = ", ".join(f"{key}: {value}" for key, value in values.items())
        return [_bare(script, call, f"{{ {text} }}")]
    holder = options(call)
    if holder is None or len(given) > 1:
        raise CannotEdit(f"what {script.path}:{script.line(call)} is given is built elsewhere")
    new = dict(values)
    edits = []
    for entry in members(holder):
        key = key_of(script, entry)
        if key in values:
            if entry.kind != "pair":
                raise CannotEdit(f"{key} is set elsewhere for {script.path}:{script.line(call)}")
            edits.append(script.replaced(value_of(entry), new.pop(key)))
        elif not key:
            raise CannotEdit(f"{script.path}:{script.line(call)} takes over what others set")
    return [*edits, *add_members(script, holder, [f"{k}: {v}" for k, v in new.items()])]


def add_members(script: Script, holder: Part, texts: list[str]) -> list[Edit]:
    """More entries behind the others, on lines of their own where these have such."""
    if not texts:
        return []
    inside = members(holder)
    if not inside:
        return [Edit(script.path, holder.start, holder.end, 0, f"{{ {', '.join(texts)} }}")]
    last = inside[-1]
    tail = script.text[last.end : holder.end - 1]
    comma = tail.lstrip().startswith(",")
    at = script.text.index(",", last.end) + 1 if comma else last.end
    if "\n" not in tail:
        said = ", ".join(texts)
        return [script.inserted(at, f" {said}" if comma else f", {said}")]
    begins = script.text.rfind("\n", 0, last.start) + 1
    lead = script.indent(last.start)
    if script.text[begins : last.start].strip():
        lead = script.indent(holder.start) + style_of(script).indent
    edits = [] if comma else [script.inserted(last.end, ",")]
    line_end = script.text.index("\n", at)
    line_end -= script.text[line_end - 1] == "\r"
    more = f",\n{lead}".join(texts)
    end = "," if comma else ""
    return [*edits, script.inserted(line_end, f"\n{lead}{more}{end}", rank=1)]


def _bare(script: Script, call: Part, text: str) -> Edit:
    """The first argument of a call that has none, or no parentheses at all: ``new Client``."""
    given = call.get("arguments")
    if given is None:
        return script.inserted(call.end, f"({text})")
    return Edit(script.path, given.start, given.end, 0, f"({text})")
