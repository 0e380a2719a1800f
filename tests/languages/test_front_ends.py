from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from auditor.languages import FRONT_ENDS, read_source
from auditor.model.source import Diagnostic, Severity


@pytest.mark.parametrize("language", sorted(FRONT_ENDS))
def test_every_front_end_can_be_opened(language):
    assert callable(import_module(FRONT_ENDS[language]).read)


def test_an_unknown_language_is_a_diagnostic():
    facts = read_source("klingon", "a.k", b"qapla'")
    message = "the klingon front end failed: KeyError"
    assert facts.body == ()
    assert facts.problems == (Diagnostic("a.k", 0, "front-end-error", message, Severity.ERROR),)


@pytest.mark.parametrize("error", [ValueError("secret"), RecursionError(), MemoryError()])
def test_a_failing_front_end_is_a_diagnostic_that_quotes_nothing(monkeypatch, error):
    def read(path, text):
        raise error

    monkeypatch.setattr("auditor.languages.python.source.read", read)
    (problem,) = read_source("python", "a.py", b"x").problems
    assert problem.code == "front-end-error"
    assert "secret" not in problem.message


def test_a_front_end_is_only_imported_when_asked_for():
    script = "import sys, auditor.languages; sys.exit('tree_sitter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
