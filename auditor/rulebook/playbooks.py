"""``remedies/playbooks/CHECK.yaml``: what people do where no edit closes a finding."""

from __future__ import annotations

import re
from collections.abc import Collection

from auditor.model.playbook import PlaybookRule
from auditor.rulebook.problems import suggest
from auditor.rulebook.record import Record

#: What the holes in a step may ask for.
HOLES = (
    "calls", "places", "models", "vendors", "platforms", "gateways", "workflows", "owners", "keys",
    "settings", "features",
)  # fmt: skip


def read_playbook(record: Record, name: str, checks: Collection[str]) -> PlaybookRule:
    """One playbook; the name of its file is the check that it is for."""
    if name not in checks:
        record.complain("title", f"there is no check '{name}'{suggest(name, checks)}")
    steps = record.texts("steps")
    if not steps:
        record.complain("steps", "a playbook has steps")
    for hole in (hole for step in steps for hole in re.findall(r"<<(.*?)>>", step)):
        if hole not in HOLES:
            record.complain("steps", f"nothing is known as '{hole}'{suggest(hole, HOLES)}")
    found = PlaybookRule(name, record.need("title"), steps, record.texts("sources"))
    record.done()
    return found
