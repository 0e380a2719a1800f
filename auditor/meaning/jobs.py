"""Jobs of build files and services of deployments that ask a model, directly or by a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from auditor.configs.sql import SqlPart
from auditor.meaning.attempts import Said, TargetReader
from auditor.meaning.commands import Asked, CommandReader, Script
from auditor.meaning.documents import Document, nodes_of
from auditor.meaning.paths import Found, find, holds
from auditor.meaning.records import text_of, translated
from auditor.meaning.sql import SqlReader
from auditor.model.config_rules import ActionRule, ConfigRule, JobRule, SqlRule


@dataclass(slots=True)
class Job:
    """A part of a file that runs commands."""

    rule: ConfigRule
    kind: str
    title: str
    function: str
    document: Document
    line: int
    asked: list[Asked] = field(default_factory=list)
    scripts: list[Script] = field(default_factory=list)


def jobs_in(document: Document, commands: CommandReader, targets: TargetReader) -> Iterator[Job]:
    """Every job of a document that asks a model or runs a script."""
    for rule, roots in document.rules:
        for shape in rule.jobs:
            for root in roots:
                for job in _jobs(document, rule, shape, root, commands, targets):
                    if job.asked or job.scripts:
                        yield job


def sql_jobs(document: Document, reader: SqlReader, targets: TargetReader) -> Iterator[Job]:
    """An SQL file that asks a model, as a job of its own."""
    if document.syntax != "sql":
        return
    rule = next((rule for rule, _ in document.rules), None)
    asked = [_sql_asked(part, shape, targets) for part, shape in reader.calls(document)]
    if rule is not None and asked:
        yield Job(rule, "task", f"sql {document.path}", "", document, asked[0].line, asked)


def _sql_asked(part: SqlPart, rule: SqlRule, targets: TargetReader) -> Asked:
    model = part.first if rule.model else None
    attempt = targets.attempt(Said(model, rule.grammar, platform=rule.platform))
    return Asked(
        part.line, part.line, rule.kind, "config", "sql", attempt, attempt.vendor is None,
        f"calls {part.text}",
    )  # fmt: skip


def _jobs(
    document: Document,
    rule: ConfigRule,
    shape: JobRule,
    root: Found,
    commands: CommandReader,
    targets: TargetReader,
) -> Iterator[Job]:
    top = document.top.node
    for node in nodes_of(document, root, shape):
        key = node.keys[-1] if node.keys else document.path
        title = shape.title.replace("{key}", key).replace("{path}", document.path)
        job = Job(rule, shape.kind, title, key, document, node.line)
        for path in shape.steps:
            for step in find(node, path, top):
                job.asked += _actions(document, rule, step, targets)
        told = {text.keys: text for path in shape.shell for text in find(node, path, top)}
        for text in told.values():
            # A list that is told whole has its members told with it.
            if text.keys[:-1] in told and told[text.keys[:-1]].text is None:
                continue
            found = list(_commands(text, commands))
            job.asked += [one for one in found if isinstance(one, Asked)]
            job.scripts += [one for one in found if isinstance(one, Script)]
        yield job


def _commands(found: Found, commands: CommandReader) -> Iterator[Asked | Script]:
    """The commands of a text, or of a list of words or of texts."""
    if found.text is not None:
        yield from commands.read(found.text, found.node.first or found.node.line)
        return
    members = [e.node for e in found.node.entries if e.node.text]
    words = [m.text or "" for m in members]
    if len(words) > 2 and words[1] in ("-c", "-lc", "-ec") and "sh" in words[0]:
        yield from commands.read(words[2], members[2].first or members[2].line)
        return
    if all(" " not in word for word in words):
        yield from commands.read(" ".join(words), found.line)
        return
    for member in members:
        yield from commands.read(member.text or "", member.first or member.line)


def _actions(
    document: Document, rule: ConfigRule, step: Found, targets: TargetReader
) -> Iterator[Asked]:
    top = document.top.node
    for action in rule.actions:
        if not all(holds(step, condition, top) for condition in action.match):
            continue
        shown = next((f for path in action.at for f in find(step, path, top)), step)
        attempt = targets.attempt(_said(document, step, action))
        line, end_line = _place(shown, action)
        yield Asked(
            line, end_line, action.kind, "cli", rule.id, attempt,
            attempt.vendor is None, f"the step {(shown.text or '').partition(chr(10))[0]}".strip(),
        )  # fmt: skip
        return


def _place(shown: Found, action: ActionRule) -> tuple[int, int]:
    """The step's first and last line, or the line of its text that tells."""
    if action.mark and shown.text and shown.node.first:
        found = re.search(action.mark, shown.text)
        if found is not None:
            line = shown.node.first + shown.text.count("\n", 0, found.start())
            return line, line
    return shown.line, shown.node.end_line


def _said(document: Document, step: Found, action: ActionRule) -> Said:
    model = text_of(document, step, action.model)
    url = text_of(document, step, action.base_url)
    platform = next(
        (other for condition, other in action.instead if holds(step, condition, document.top.node)),
        action.platform,
    )
    return Said(
        model=translated(model, action.model),
        grammar=action.model.grammar if action.model else None,
        url=url.text if url else None,
        platform=platform,
        vendor=action.vendor,
    )
