"""Source text to ``FileFacts``: one folder per language, opened only when a file asks for it.

A front end is a module with ``read(path, text) -> FileFacts``. To add a language, write one and
name it in ``FRONT_ENDS``.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from auditor.model.facts import FileFacts
from auditor.model.source import Diagnostic, Severity

FRONT_ENDS = {
    "python": "auditor.languages.python.source",
    "notebook": "auditor.languages.python.notebook",
    "javascript": "auditor.languages.javascript.source",
    "typescript": "auditor.languages.javascript.typescript",
    "tsx": "auditor.languages.javascript.typescript",
    "vue": "auditor.languages.javascript.component",
    "svelte": "auditor.languages.javascript.component",
    "go": "auditor.languages.go.source",
    "java": "auditor.languages.java.source",
    "kotlin": "auditor.languages.kotlin.source",
    "csharp": "auditor.languages.csharp.source",
    "php": "auditor.languages.php.source",
    "ruby": "auditor.languages.ruby.source",
    "rust": "auditor.languages.rust.source",
}


def read_source(language: str, path: str, text: bytes) -> FileFacts:
    """Lower one file. Never raises: what a front end cannot bear becomes a diagnostic."""
    try:
        read: Callable[[str, bytes], FileFacts] = import_module(FRONT_ENDS[language]).read
        return read(path, text)
    except Exception as error:  # RecursionError and MemoryError are Exceptions too
        # The message names the kind only: its text could quote the scanned file.
        message = f"the {language} front end failed: {type(error).__name__}"
        problem = Diagnostic(path, 0, "front-end-error", message, Severity.ERROR)
        return FileFacts(path, language, 0, (), (), (problem,))
