"""The shipped rules, read once for all audits of a test run."""

from __future__ import annotations

from functools import cache

import pytest

from auditor import ground
from auditor.model.catalog import Catalog
from auditor.model.languages import LANGUAGES
from auditor.rulebook.load import load_catalog
from auditor.rulebook.match import Matcher


@cache
def shipped() -> tuple[Catalog, Matcher]:
    """The catalogue for all languages, and its look-ups."""
    catalog = load_catalog(languages=frozenset(LANGUAGES))
    return catalog, Matcher(catalog)


def audit_with_shipped(patch: pytest.MonkeyPatch) -> None:
    """Until the patch is undone no audit reads the rules again."""
    catalog, matcher = shipped()
    patch.setattr(ground, "load_catalog", lambda **_: catalog)
    patch.setattr(ground, "Matcher", lambda _: matcher)
