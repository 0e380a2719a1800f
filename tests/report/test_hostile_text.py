"""Text of a scanned repository in every format: it is shown, and it does nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from auditor.model.report import AuditReport
from auditor.report import FORMATS, View, render
from tests.report.hostile import quickly, reports

# What a terminal, a log or an editor would act on.
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("form", FORMATS)
@quickly
@given(report=reports())
def test_nothing_in_the_output_is_active(form: str, report: AuditReport):
    text = render(report, form, View())
    assert text.endswith("\n")
    text.encode("utf-8")
    assert not ACTIVE.search(text), ACTIVE.search(text)
