"""Examples of libraries, frameworks and fallbacks: source that is read and never imported.

All examples of one kind go through one audit, which is quicker by far and shows that rules do not
disturb each other. Every rule's files lie in a folder of their own with a neutral name, so that no
folder is mistaken for the library that the example imports.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from auditor.audit import audit, find_entrypoints
from auditor.examples.annotations import read_calls, read_entries
from auditor.examples.compare import call_differences, entry_differences, verdict_differences
from auditor.model.catalog import Catalog
from auditor.model.program import Entrypoint
from auditor.model.report import CallReport
from auditor.settings import Settings

#: What the calls of an example of a fallback may be said to be, by the example's name.
WORDS = {
    "cross": {"cross-vendor"},
    "same": {"same-vendor", "same-vendor-other-platform"},
    "none": {"none", "degraded", "manual-switch", "gateway-spof", "unknown"},
}
Calls = dict[str, list[CallReport]]
Entries = dict[str, list[Entrypoint]]


def folder(rule: Path) -> str:
    """Where a rule's examples lie in the audited tree: named by its last two folders."""
    language = f"{rule.parent.name}_" if rule.parent.parent.name == "sdks" else ""
    return "example_" + (language + rule.name).replace("-", "_")


def example_files(rule: Path, patterns: Sequence[str]) -> list[tuple[Path, str]]:
    """The example files of a rule, and where each lies in its tree.

    Frameworks that go by folders have a folder ``example`` that stands for a whole repository.
    """
    found = [path for pattern in patterns for path in sorted(rule.glob(pattern))]
    files = [(path, path.name) for path in found if path.is_file()]
    for top in (path for path in found if path.is_dir()):
        inside = sorted(path for path in top.rglob("*") if path.is_file())
        files += [(path, path.relative_to(top).as_posix()) for path in inside]
    return files


def calls_of(
    rules: Iterable[Path],
    patterns: Sequence[str],
    root: Path,
    with_: Settings,
    catalog: Catalog,
) -> Calls:
    """The calls found in the examples of all rules, by path; ``root`` is an empty folder."""
    found: Calls = defaultdict(list)
    for call in audit([_lay_out(rules, patterns, root)], with_, catalog=catalog).calls:
        found[call.path].append(call)
    return found


def entries_of(rules: Iterable[Path], root: Path, with_: Settings, catalog: Catalog) -> Entries:
    """The entry points found in the examples of all frameworks, by path.

    A public function that nothing calls is one too (``library``), but no framework declares it.
    """
    found: Entries = defaultdict(list)
    for entry in find_entrypoints([_lay_out(rules, ["example*"], root)], with_, catalog):
        if entry.kind != "library":
            found[entry.path].append(entry)
    return found


def library_problems(rule: Path, calls: Calls) -> list[str]:
    """What is wrong with the examples of a library."""
    problems: list[str] = []
    examples = sorted(rule.glob("calls.*"))
    if not examples:
        problems.append("there is no calls.py (or .ts): nothing shows what the rule finds")
    for example in examples:
        expected = read_calls(example)
        if not expected:
            problems.append(f"{example.name} expects nothing")
        found = calls[f"{folder(rule)}/{example.name}"]
        problems += _of(example, call_differences(expected, found))
    for example in sorted(rule.glob("not_calls.*")):
        found = calls[f"{folder(rule)}/{example.name}"]
        problems += _of(example, call_differences([], found))
    return problems


def fallback_problems(rule: Path, calls: Calls) -> list[str]:
    """What is wrong with the examples of a fallback."""
    problems: list[str] = []
    examples = sorted((*rule.glob("*.py"), *rule.glob("*.ts"), *rule.glob("*.rb")))
    if not any(example.stem == "none" for example in examples):
        problems.append("there is no none.py (or .ts) that looks like a fallback and is none")
    for example in examples:
        words = WORDS.get(example.stem)
        if words is None:
            problems.append(f"{example.name}: examples are named {', '.join(WORDS)}")
            continue
        expected = read_calls(example)
        for wish in expected:
            if dict(wish.words).get("verdict") not in words:
                problems.append(f"{example.name}: {wish} is none of {', '.join(sorted(words))}")
        found = calls[f"{folder(rule)}/{example.name}"]
        problems += _of(example, verdict_differences(expected, found))
    return problems


def framework_problems(rule: Path, entries: Entries) -> list[str]:
    """What is wrong with the examples of a framework."""
    examples = {place: read_entries(file) for file, place in example_files(rule, ["example*"])}
    if not examples:
        return ["there is no example: nothing shows what the rule finds"]
    problems: list[str] = []
    declares = "\npatterns:\n" in (rule / "entrypoint.yaml").read_text(encoding="utf-8")
    if declares != any(examples.values()):
        problems.append("patterns and `entry:` comments go together")
    for place, expected in examples.items():
        found = entries[f"{folder(rule)}/{place}"]
        problems += [f"{place}: {said}" for said in entry_differences(expected, found)]
    return problems


def _lay_out(rules: Iterable[Path], patterns: Sequence[str], root: Path) -> Path:
    """Copy the example files of ``rules`` below ``root``, which is made."""
    root.mkdir(parents=True, exist_ok=True)
    for rule in rules:
        for file, place in example_files(rule, patterns):
            target = root / folder(rule) / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
    return root


def _of(example: Path, problems: Iterable[str]) -> list[str]:
    return [f"{example.name}: {problem}" for problem in problems]
