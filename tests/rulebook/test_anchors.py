from __future__ import annotations

import re

import pytest

from auditor.rulebook.anchors import _always_in, _spelled_out, anchors_of
from auditor.rulebook.load import load_catalog


@pytest.fixture(scope="module")
def anchors():
    return anchors_of(load_catalog())


def test_this_machine_and_imports_by_name_say_little(anchors):
    assert {"localhost", "127.0.0.1", "import_module"} <= anchors.vague
    assert not anchors.vague & anchors.names


def test_no_name_is_a_word_of_any_text(anchors):
    assert "internal" not in anchors.names
    assert ".internal" in anchors.names


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("/v1/images/(?:edits|variations)/?$", {"/v1/images/edits", "/v1/images/variations"}),
        ("/v1/images/(?:edits|all)?$", {"/v1/images/"}),
        ("/models/(?P<model>[^/]+):(?:ask|answer)", {"/models/"}),
        ("/api/(?P<kind>chat|embed)", {"/api/chat", "/api/embed"}),
    ],
)
def test_each_choice_of_a_path_is_spelled_out(path, parts):
    assert {part for one in _spelled_out(path) for part in _always_in(one)} == parts
    assert all(re.compile(one) for one in _spelled_out(path))
