"""The real rules, read once."""

from __future__ import annotations

import pytest

from auditor.model.catalog import Catalog
from auditor.rulebook.load import load_catalog
from auditor.rulebook.match import Matcher


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog(languages=frozenset())


@pytest.fixture(scope="session")
def matcher(catalog: Catalog) -> Matcher:
    return Matcher(catalog)
