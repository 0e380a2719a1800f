"""The published schemas: in step with the code, fitting what is written, refusing what is not."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from auditor.audit import audit
from auditor.model.report import AuditReport
from auditor.report.json_report import as_document
from auditor.settings import Settings
from tests.report import sample as by_hand
from tests.report.hostile import quickly, reports
from tools import report_schema

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(path.parent for path in (ROOT / "sample_repos").glob("*/expected.json"))


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    document = json.loads(report_schema.TARGET.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(document)
    return jsonschema.Draft202012Validator(document)


def test_the_schema_of_the_report_is_in_step_with_the_code():
    written = report_schema.TARGET.read_text(encoding="utf-8")
    assert written == report_schema.build(), "run: python -m tools"


def test_every_key_of_the_report_is_explained():
    document = json.loads(report_schema.build())
    shapes = {"AuditReport": document, **document["$defs"]}
    for record in report_schema.CHAPTERS:
        bare = [
            key for key, one in shapes[record]["properties"].items() if "description" not in one
        ]
        assert bare == [], f"docs/report.md says nothing of these keys of {record}"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_the_report_of_a_sample_fits_its_schema(schema, sample):
    schema.validate(as_document(audit([sample], Settings()), timings=True))


def test_a_report_made_by_hand_fits_too(schema):
    schema.validate(as_document(by_hand.report()))
    schema.validate(as_document(by_hand.empty()))


@quickly
@given(reports())
def test_the_keys_of_any_report_are_those_of_the_schema(report: AuditReport):
    """Whatever texts it holds: only the lists of known words may complain."""
    schema = jsonschema.Draft202012Validator(json.loads(report_schema.build()))
    complaints = {
        complaint.validator
        for error in schema.iter_errors(as_document(report))
        for complaint in innermost(error)
    }
    assert complaints <= {"enum"}


def innermost(error: jsonschema.ValidationError) -> list[jsonschema.ValidationError]:
    """What is wrong with a record that may be missing, not that it is there."""
    return [one for one in error.context if one.validator != "type"] or [error]


@pytest.mark.parametrize(
    "place", [(), ("tool",), ("calls", 0), ("calls", 0, "evidence", 0), ("workflows", 0, "entry")]
)
def test_an_unknown_key_is_refused_wherever_it_stands(schema, place):
    document: Any = copy.deepcopy(as_document(by_hand.report()))
    record = document
    for step in place:
        record = record[step]
    record["surprise"] = 1
    assert not schema.is_valid(document)
