"""The front end for single-file components: the scripts of Vue and Svelte files.

Everything around the scripts is blanked out, so that lines and columns stay what they are. All
scripts of a component share one scope, as they do when it is compiled.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor.languages.decode import Decoded, decode
from auditor.languages.directives import Comment
from auditor.languages.javascript.lower import lower_file
from auditor.model.facts import FileFacts

# A component has one or two. An opening tag is looked for in so many bytes.
_MAX_SCRIPTS = 20
_LONGEST_TAG = 2000

_START = re.compile(rb"<!--|<script(?=[\s>/])", re.IGNORECASE)
_TAG = re.compile(rb"""<script((?:[^>"']|"[^"]*"|'[^']*')*+)>""", re.IGNORECASE)
_END = re.compile(rb"</script\s*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""(?:^|\s)(lang|type)\s*=\s*["']?([\w/+-]+)""", re.IGNORECASE)
_BLANK = bytes(10 if code == 10 else 32 for code in range(256))

_GRAMMARS = {
    **dict.fromkeys(("", "js", "javascript", "jsx", "module", "babel"), "javascript"),
    **dict.fromkeys(("ts", "typescript"), "typescript"),
    "tsx": "tsx",
}


class Script(NamedTuple):
    """Where a script stands in its component, and the grammar it asks for."""

    start: int
    end: int
    grammar: str


def read(path: str, text: bytes) -> FileFacts:
    """Lower the scripts of a component."""
    decoded = decode(path, text)
    scripts, comments = find_scripts(decoded.text)
    blank = bytearray(decoded.text.translate(_BLANK))
    for script in scripts:
        blank[script.start : script.end] = decoded.text[script.start : script.end]
    grammars = {script.grammar for script in scripts} or {"javascript"}
    # TypeScript reads nearly everything that is JavaScript.
    grammar = max(grammars, key=("javascript", "typescript", "tsx").index)
    language = "svelte" if path.lower().endswith("svelte") else "vue"
    script_only = Decoded(bytes(blank), decoded.problems)
    return lower_file(path, language, grammar, script_only, comments)


def find_scripts(text: bytes) -> tuple[list[Script], list[Comment]]:
    """The scripts of a component, and the comments outside them."""
    scripts: list[Script] = []
    comments: list[Comment] = []
    found = _START.search(text)
    while found is not None and len(scripts) < _MAX_SCRIPTS:
        at = found.start()
        if found[0] == b"<!--":
            close = text.find(b"-->", found.end())
            end = close + 3 if close >= 0 else len(text)
            comments.append(_comment(text, at, end))
        else:
            tag = _TAG.match(text, at, at + _LONGEST_TAG)
            end = tag.end() if tag is not None else found.end()
            if tag is not None and not tag[1].rstrip().endswith(b"/"):
                close_tag = _END.search(text, end)
                stop = close_tag.start() if close_tag is not None else len(text)
                grammar = _grammar(tag[1])
                if grammar is not None:
                    scripts.append(Script(end, stop, grammar))
                end = stop
        found = _START.search(text, end)
    return scripts, comments


def _grammar(attributes: bytes) -> str | None:
    """What the attributes of a script ask for; None for data and languages we cannot read."""
    given = {name.lower(): value.lower() for name, value in _ATTRIBUTE.findall(attributes)}
    asked = (given.get(b"lang") or given.get(b"type") or b"").decode("ascii")
    return _GRAMMARS.get(asked.removeprefix("text/").removeprefix("application/"))


def _comment(text: bytes, start: int, end: int) -> Comment:
    before = text[text.rfind(b"\n", 0, start) + 1 : start]
    line = text.count(b"\n", 0, start) + 1
    return Comment(line, text[start:end].decode("utf-8", "replace"), not before.strip())
