from __future__ import annotations

from collections.abc import Iterator

import pytest

from auditor.recall import report as report_module
from tests.shipped import audit_with_shipped, shipped


@pytest.fixture(autouse=True)
def rules_read_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        audit_with_shipped(patch)
        patch.setattr(report_module, "digest_of_rules", lambda _: shipped()[0].digest)
        yield
