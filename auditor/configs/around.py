"""Manifests and compiler settings around code: what the tree's own modules are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from auditor.configs.go_modules import find_modules
from auditor.configs.node_packages import find_packages
from auditor.model.packages import Packages
from auditor.model.source import Diagnostic, SourceFile


def packages_around(
    root: str, scripts: Sequence[SourceFile], compiled: Sequence[SourceFile]
) -> tuple[Packages, tuple[Diagnostic, ...]]:
    """The packages of scripts, and the modules of compiled files, below ``root``."""
    found, problems = find_packages(root, folders_of(scripts)) if scripts else (Packages(), ())
    modules = find_modules(root, folders_of(compiled)) if compiled else ()
    return replace(found, modules=modules), problems


def folders_of(files: Sequence[SourceFile]) -> set[str]:
    """The folders of the files and those above them, where manifests may lie; "" for the root."""
    found = {str(parent) for file in files for parent in PurePosixPath(file.path).parents}
    return found - {"."} | {""}
