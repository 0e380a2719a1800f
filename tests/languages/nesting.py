"""Statements put together from templates, for what must hold whatever a call stands in."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from auditor.model.facts import FileFacts, Name
from tests.languages.conftest import walk_calls


def nested(statements: Sequence[str], expressions: Sequence[str]) -> st.SearchStrategy[str]:
    """One of the statements, its expressions within each other down to calls of ``leaf``."""
    inner = st.recursive(st.just("leaf()"), lambda held: _filled(expressions, held), max_leaves=6)
    return _filled(statements, inner)


def _filled(templates: Sequence[str], held: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda template, text: template.format(text), st.sampled_from(templates), held)


def leaves(facts: FileFacts) -> int:
    """How many calls of ``leaf`` there are."""
    calls = walk_calls(facts.body)
    return sum(isinstance(c.callee, Name) and c.callee.id == "leaf" for c in calls)
