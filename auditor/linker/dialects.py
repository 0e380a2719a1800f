"""The languages that can be linked: their ways, and how their modules are found."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.linker.definitions import ModuleInfo
from auditor.linker.go.dialect import GO
from auditor.linker.go.packages import PackageFinder
from auditor.linker.imports import Finder, ModuleFinder
from auditor.linker.javascript.dialect import JAVASCRIPT
from auditor.linker.javascript.modules import ScriptFinder
from auditor.linker.python import PYTHON
from auditor.linker.rules import RuleIndex
from auditor.model.packages import Packages

DIALECTS = {dialect.language: dialect for dialect in (PYTHON, JAVASCRIPT, GO)}


def finder_of(
    language: str, modules: Mapping[str, ModuleInfo], rules: RuleIndex, packages: Packages
) -> ModuleFinder:
    """What looks up the modules of this language."""
    if language == JAVASCRIPT.language:
        return ScriptFinder(modules, packages)
    if language == GO.language:
        return PackageFinder(modules, packages.modules)
    return Finder(modules, rules.roots)
