"""``configs/ID/config.yaml``: a format of configuration files, and what stands where in it."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.config import KINDS
from auditor.model.config_rules import (
    ActionRule,
    CommandRule,
    ConfigRule,
    EnvRule,
    Fallbacks,
    FlowRule,
    JobRule,
    LineRule,
    Package,
    PackageRule,
    Pick,
    RecordRule,
    RouteRule,
    ServerRule,
    SqlRule,
    Targets,
    Use,
)
from auditor.model.kinds import CallKind
from auditor.rulebook.record import Record

ORDERS = ("ordered", "group", "spread", "priority", "first")
_JOB_KINDS = ("ci", "task", "graph", "schedule", "event", "bot", "http", "cli")


def read_config_rule(record: Record) -> ConfigRule:
    """One format."""
    rule = ConfigRule(
        id=record.need("id"),
        name=record.need("name"),
        files=record.texts("files"),
        syntaxes=record.texts("syntaxes"),
        has=record.texts("has"),
        roots=record.texts("roots") or (".",),
        gateway=record.reference("gateway", "platform"),
        claims=record.flag("claims"),
        lines=tuple(map(_line, record.children("lines"))),
        servers=tuple(map(_server, record.children("servers"))),
        records=tuple(map(_node, record.children("records"))),
        routes=tuple(map(_route, record.children("routes"))),
        flows=tuple(map(_flow, record.children("flows"))),
        actions=tuple(map(_action, record.children("actions"))),
        jobs=tuple(map(_job, record.children("jobs"))),
        commands=tuple(map(_command, record.children("commands"))),
        sql=tuple(map(_sql, record.children("sql"))),
        environment=tuple(map(_environment, record.children("environment"))),
        packages=tuple(map(_package, record.children("packages"))),
    )
    record.done()
    known = {inner.id for inner in rule.records}
    for name in _records_named(rule):
        if name not in known:
            record.complain("records", f"no record '{name}'")
    return rule


def _records_named(rule: ConfigRule) -> Iterator[str]:
    for inner in rule.records:
        yield from (use.record for use in inner.uses)
    for route in rule.routes:
        yield from (targets.record for targets in route.targets)
        if route.needs:
            yield route.needs
    for line in rule.lines:
        yield from (use.record for use in (line.only, line.unless) if use)


def _what(record: Record) -> str:
    word = record.need("what")
    if word and word not in KINDS:
        record.complain("what", f"what: '{word}' is none of {', '.join(KINDS)}")
    return word


def _kind(record: Record) -> CallKind:
    return record.choice("kind", CallKind) or CallKind.CHAT


def _pick(record: Record, key: str) -> Pick | None:
    """A path, a list of paths, or a mapping with ``at`` and what to make of what is there."""
    value = record.raw(key)
    if value is None:
        return None
    if not isinstance(value, dict):
        return Pick(record.texts(key))
    inner = record.child(key)
    assert inner is not None
    values = inner.child("values")
    found = Pick(
        at=inner.texts("at"),
        values={word: values.text(word) or "" for word in values.words()} if values else {},
        default=inner.text("default"),
        grammar=inner.reference("grammar", "grammar"),
    )
    inner.done()
    return found


def _line(record: Record) -> LineRule:
    rule = LineRule(
        at=record.texts("at"),
        what=_what(record),
        when=record.texts("when"),
        key=record.flag("key"),
        grammar=record.reference("grammar", "grammar"),
        platform=record.reference("platform", "platform"),
        vendor=record.reference("vendor", "vendor"),
        any=record.flag("any"),
        only=_condition(record.child("only")),
        unless=_condition(record.child("unless")),
    )
    record.done()
    return rule


def _condition(record: Record | None) -> Use | None:
    return _use(record, "by") if record is not None else None


def _use(record: Record, key: str = "at") -> Use:
    use = Use(record.texts(key), record.need("record"))
    record.done()
    return use


def _server(record: Record) -> ServerRule:
    rule = ServerRule(
        each=record.texts("each") or (".",),
        names=record.texts("names"),
        has=record.texts("has"),
        image=record.texts("image"),
        ports=record.texts("ports"),
        behind=record.texts("behind"),
    )
    record.done()
    return rule


def _node(record: Record) -> RecordRule:
    rule = RecordRule(
        id=record.need("id"),
        each=record.texts("each") or (".",),
        has=record.texts("has"),
        when=record.texts("when"),
        name=_pick(record, "name"),
        model=_pick(record, "model"),
        provider=_pick(record, "provider"),
        base_url=_pick(record, "base_url"),
        host=_pick(record, "host"),
        port=_pick(record, "port"),
        key=_pick(record, "key"),
        kind=_pick(record, "kind"),
        platform=_pick(record, "platform"),
        uses=tuple(map(_use, record.children("uses"))),
        stand_in=record.flag("stand_in"),
    )
    record.done()
    return rule


def _route(record: Record) -> RouteRule:
    rule = RouteRule(
        id=record.need("id"),
        each=record.texts("each") or (".",),
        title=record.need("title"),
        name=_pick(record, "name") or Pick((".",)),
        targets=tuple(map(_targets, record.children("targets"))),
        order=_order(record),
        has=record.texts("has"),
        when=record.texts("when"),
        fires=record.texts("fires"),
        fires_at=_pick(record, "fires_at"),
        fallbacks=tuple(map(_fallbacks, record.children("fallbacks"))),
        needs=record.text("needs"),
        needs_by=record.texts("needs_by"),
        keeps_model=record.flag("keeps_model"),
        same_as=_pick(record, "same_as"),
        any_model=record.flag("any_model"),
        kind=_kind(record),
        kind_at=_pick(record, "kind_at"),
        hidden=record.flag("hidden"),
        known=record.flag("known"),
    )
    record.done()
    return rule


def _targets(record: Record) -> Targets:
    targets = Targets(
        each=record.texts("each") or (".",),
        record=record.need("record"),
        by=_pick(record, "by"),
        model=_pick(record, "model"),
        priority=_pick(record, "priority"),
        nest=record.text("nest"),
        pattern=record.pattern("pattern") if "pattern" in record else None,
    )
    record.done()
    return targets


def _fallbacks(record: Record) -> Fallbacks:
    fallbacks = Fallbacks(
        at=record.texts("at"),
        keyed=record.flag("keyed"),
        grammar=record.reference("grammar", "grammar"),
    )
    record.done()
    return fallbacks


def _order(record: Record) -> Pick:
    """A word, or a pick whose values are such words."""
    if isinstance(record.raw("order"), str):
        found = Pick(default=record.text("order"))
    else:
        found = _pick(record, "order") or Pick(default="first")
    for word in (*found.values.values(), found.default):
        if word is not None and word not in ORDERS:
            record.complain("order", f"order: '{word}' is none of {', '.join(ORDERS)}")
    return found


def _action(record: Record) -> ActionRule:
    rule = ActionRule(
        match=record.texts("match"),
        kind=_kind(record),
        platform=record.reference("platform", "platform"),
        vendor=record.reference("vendor", "vendor"),
        at=record.texts("at"),
        model=_pick(record, "model"),
        base_url=_pick(record, "base_url"),
        mark=record.pattern("mark") if "mark" in record else None,
        instead=tuple(map(_instead, record.children("instead"))),
    )
    record.done()
    return rule


def _instead(record: Record) -> tuple[str, str]:
    found = record.need("when"), record.reference("platform", "platform") or ""
    record.done()
    return found


def _flow(record: Record) -> FlowRule:
    rule = FlowRule(
        each=record.texts("each") or (".",),
        title=record.need("title"),
        kind=_job_kind(record),
        name=_pick(record, "name"),
    )
    record.done()
    return rule


def _job_kind(record: Record) -> str:
    kind = record.need("kind")
    if kind not in _JOB_KINDS:
        record.complain("kind", f"kind: '{kind}' is none of {', '.join(_JOB_KINDS)}")
    return kind


def _job(record: Record) -> JobRule:
    rule = JobRule(
        each=record.texts("each") or (".",),
        title=record.need("title"),
        kind=_job_kind(record),
        steps=record.texts("steps"),
        shell=record.texts("shell"),
        has=record.texts("has"),
        when=record.texts("when"),
    )
    record.done()
    return rule


def _command(record: Record) -> CommandRule:
    rule = CommandRule(
        programs=record.texts("programs"),
        kind=_kind(record),
        platform=record.reference("platform", "platform"),
        vendor=record.reference("vendor", "vendor"),
        flags=record.texts("flags"),
        words=record.texts("words"),
        never=record.texts("never"),
        model=record.texts("model"),
        grammar=record.reference("grammar", "grammar"),
    )
    record.done()
    return rule


def _sql(record: Record) -> SqlRule:
    rule = SqlRule(
        functions=record.patterns("functions"),
        kind=_kind(record),
        platform=record.reference("platform", "platform"),
        model=record.flag("model"),
        grammar=record.reference("grammar", "grammar"),
    )
    record.done()
    return rule


def _environment(record: Record) -> EnvRule:
    rule = EnvRule(
        at=record.texts("at"),
        name=record.text("name"),
        value=record.text("value"),
        example=record.flag("example"),
    )
    record.done()
    return rule


def _package(record: Record) -> PackageRule:
    pattern = record.pattern("pattern") if "pattern" in record else None
    if pattern is not None and "(?P<name>" not in pattern:
        record.complain("pattern", "pattern: the package is the group 'name'")
    rule = PackageRule(
        ecosystem=record.need("ecosystem"),
        at=record.texts("at"),
        key=record.flag("key"),
        pattern=pattern,
        locked=record.flag("locked"),
    )
    record.done()
    return rule


def read_packages(record: Record) -> Iterator[Package]:
    """``packages.yaml``: by language, packages and the platform each is made for, if any."""
    for ecosystem, inner in record.entries():
        for name in inner.words():
            yield Package(name.lower(), ecosystem, inner.reference(name, "platform"))
        inner.done()
