from __future__ import annotations

import pytest

from auditor.discover import classify


@pytest.mark.parametrize(
    "path",
    [
        "tests/a.py",
        "app/tests/deep/a.py",
        "pkg/test/a.py",
        "test_a.py",
        "app/a_test.py",
        "conftest.py",
        "app/tests.py",
        "web/__tests__/a.ts",
        "web/a.test.ts",
        "web/a.spec.tsx",
        "spec/a.rb",
        "e2e/flow.py",
    ],
)
def test_test_code_is_known_by_its_path(path):
    assert classify.is_in_tests(path)


@pytest.mark.parametrize(
    "path",
    ["contest.py", "latest.py", "app/testing_tools.py", "attest/a.py", "test.py"],
)
def test_other_code_is_not(path):
    assert not classify.is_in_tests(path)


@pytest.mark.parametrize(
    ("head", "language"),
    [
        (b"#!/usr/bin/env python3\n", "python"),
        (b"#!/usr/bin/python3.12 -u\n", "python"),
        (b"#!/usr/bin/env -S uv run python\n", "python"),
        (b"#!/bin/sh\n# python\n", None),
        (b"python\n", None),
        (b"", None),
    ],
)
def test_a_script_is_known_by_its_first_line(head, language):
    assert classify.language_of_script(head) == language


def test_suffixes_are_compared_without_case():
    assert classify.language_of("A.PY") == "python"
