"""Runs every example in ``rules/``: what each must find, and what each must leave alone.

All examples of one kind go through one audit, which is quicker by far and shows that rules do not
disturb each other. Every rule's files lie in a folder of their own with a neutral name, so that no
folder is mistaken for the library that the example imports.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from auditor.audit import audit, find_entrypoints
from auditor.model.program import Entrypoint
from auditor.model.report import CallReport
from auditor.rulebook.locate import find_rules
from auditor.settings import Settings
from tests.rule_examples import Expectation, read_calls, read_entries

Found = TypeVar("Found")

RULES = find_rules()
SDKS = sorted(path.parent for path in RULES.glob("sdks/*/*/sdk.yaml"))
FALLBACKS = sorted(path.parent for path in RULES.glob("fallbacks/*/fallback.yaml"))
FRAMEWORKS = sorted(path.parent for path in RULES.glob("entrypoints/*/entrypoint.yaml"))


def name(rule: Path) -> str:
    """``python/acme`` for a library, ``acmeweb`` for a framework."""
    return rule.relative_to(RULES).as_posix().split("/", 1)[1]


def folder(rule: Path) -> str:
    """Where a rule's examples lie in the audited tree."""
    return "example_" + name(rule).replace("/", "_").replace("-", "_")


def lay_out(rules: Iterable[Path], patterns: Sequence[str], root: Path) -> Path:
    """Copy the example files of ``rules`` below ``root``."""
    for rule in rules:
        for file, place in example_files(rule, patterns):
            target = root / folder(rule) / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
    return root


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


def calls_below(root: Path) -> dict[str, list[CallReport]]:
    """The calls found below a folder, by path."""
    found = defaultdict(list)
    for call in audit([root], Settings()).calls:
        found[call.path].append(call)
    return found


@pytest.fixture(scope="session")
def calls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[CallReport]]:
    """The calls found in all SDK examples, by path."""
    root = lay_out(SDKS, ["calls.*", "not_calls.*"], tmp_path_factory.mktemp("rules") / "sdks")
    return calls_below(root)


@pytest.fixture(scope="session")
def entries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Entrypoint]]:
    """The entry points found in all framework examples, by path.

    A public function that nothing calls is one too (``library``), but no framework declares it.
    """
    root = lay_out(FRAMEWORKS, ["example*"], tmp_path_factory.mktemp("rules") / "entrypoints")
    found = defaultdict(list)
    for entry in find_entrypoints([root], Settings()):
        if entry.kind != "library":
            found[entry.path].append(entry)
    return found


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[CallReport]]:
    """The calls found in the examples of all fallbacks, by path."""
    root = lay_out(FALLBACKS, ["*.py", "*.ts"], tmp_path_factory.mktemp("rules") / "fallbacks")
    return calls_below(root)


def test_there_are_rules() -> None:
    assert SDKS
    assert FRAMEWORKS


@pytest.mark.parametrize("rule", SDKS, ids=name)
def test_expected_calls_are_found_and_no_others(
    rule: Path, calls: dict[str, list[CallReport]]
) -> None:
    [example] = rule.glob("calls.*")
    expected = read_calls(example)
    assert expected, f"{example} expects nothing"
    found = calls[f"{folder(rule)}/{example.name}"]
    problems = differences(expected, found, call_meets, describe_call)
    assert not problems, problems


@pytest.mark.parametrize("rule", SDKS, ids=name)
def test_look_alikes_are_left_alone(rule: Path, calls: dict[str, list[CallReport]]) -> None:
    [example] = rule.glob("not_calls.*")
    found = calls[f"{folder(rule)}/{example.name}"]
    problems = differences([], found, call_meets, describe_call)
    assert not problems, problems


#: What the calls of an example may be said to be, by the example's name.
WORDS = {
    "cross": {"cross-vendor"},
    "same": {"same-vendor", "same-vendor-other-platform"},
    "none": {"none", "degraded", "manual-switch", "gateway-spof", "unknown"},
}


@pytest.mark.parametrize("rule", FALLBACKS, ids=name)
def test_fallbacks_are_judged_as_their_examples_say(
    rule: Path, judged: dict[str, list[CallReport]]
) -> None:
    examples = sorted((*rule.glob("*.py"), *rule.glob("*.ts")))
    assert {example.stem for example in examples} <= set(WORDS)
    assert any(example.stem == "none" for example in examples), f"{rule} shows no trap"
    for example in examples:
        expected = read_calls(example)
        for wish in expected:
            assert dict(wish.words)["verdict"] in WORDS[example.stem], f"{example}: {wish}"
        found = judged[f"{folder(rule)}/{example.name}"]
        told = [call for call in found if any(call_meets(call, at(w)) for w in expected)]
        problems = differences(expected, told, call_meets, describe_verdict)
        assert not problems, f"{example.name}: {problems}"


@pytest.mark.parametrize("rule", FRAMEWORKS, ids=name)
def test_expected_entry_points_are_found_and_no_others(
    rule: Path, entries: dict[str, list[Entrypoint]]
) -> None:
    examples = {place: read_entries(file) for file, place in example_files(rule, ["example*"])}
    assert examples, f"{rule} has no example"
    declares = "\npatterns:" in (rule / "entrypoint.yaml").read_text(encoding="utf-8")
    assert declares == any(examples.values()), f"{rule}: patterns and `# entry:` go together"
    for example, expected in examples.items():
        found = entries[f"{folder(rule)}/{example}"]
        problems = differences(expected, found, entry_meets, describe_entry)
        assert not problems, problems


def differences(
    expected: Sequence[Expectation],
    found: Sequence[Found],
    meets: Callable[[Found, Expectation], bool],
    describe: Callable[[Found], str],
) -> str:
    """Give each expectation a thing of its own that meets it, and list what is left of both."""
    owner: dict[int, int] = {}

    def place(wish: int, tried: set[int]) -> bool:
        for thing in range(len(found)):
            if thing in tried or not meets(found[thing], expected[wish]):
                continue
            tried.add(thing)
            if thing not in owner or place(owner[thing], tried):
                owner[thing] = wish
                return True
        return False

    unmet = [wish for number, wish in enumerate(expected) if not place(number, set())]
    extra = [thing for number, thing in enumerate(found) if number not in owner]
    lines = [f"not found: {wish}" for wish in unmet]
    lines += [f"not expected: {describe(thing)}" for thing in extra]
    return "\n".join(lines)


def call_meets(call: CallReport, wish: Expectation) -> bool:
    """The call covers the line, and every word that the expectation says is true of it."""
    if not call.line <= wish.line <= call.end_line:
        return False
    return all(values(call, key) == set(filter(None, text.split(","))) for key, text in wish.words)


def at(wish: Expectation) -> Expectation:
    """Only the place of an expectation."""
    return replace(wish, words=())


def describe_verdict(call: CallReport) -> str:
    """What is said of a call, and why it leaks."""
    losses = " ".join(f"{domain}:{word}" for domain, word in call.on_loss.items())
    return f"line {call.line}: {call.verdict} leaks={','.join(call.leaks)} {losses}"


def values(call: CallReport, key: str) -> set[str]:
    """What the report says of a call under one word of the annotations."""
    match key:
        case "kind":
            return {call.kind}
        case "vendor":
            return set(call.vendors)
        case "platform":
            return set(call.platforms)
        case "gateway":
            return set(call.gateways)
        case "model":
            return set(call.models)
        case "dynamic":
            return {"true" if call.dynamic else "false"}
        case "verdict":
            return {call.verdict}
        case "leaks":
            return set(call.leaks)
        case "conditions":
            return set(call.conditions)
        case "survives" | "stops":
            return {domain for domain, word in call.on_loss.items() if word == key}
    raise AssertionError(key)


def entry_meets(entry: Entrypoint, wish: Expectation) -> bool:
    """Kind and title are the same, and the entry stands where the annotation says.

    An annotation on a registering call (``app.add_route("/x", handler)``) names no place: the entry
    is the handler.
    """
    here = wish.line <= entry.line <= wish.last or not wish.defines
    return here and wish.words == (("kind", entry.kind), ("title", title(entry)))


def title(entry: Entrypoint) -> str:
    """The entry's name as it would be if its example were audited alone."""
    example = entry.path.split("/", 1)[0]
    return entry.name.replace(f"{example}/", "").replace(f"{example}.", "")


def describe_call(call: CallReport) -> str:
    """A found call, in the words of the annotations."""
    words = [
        f"{key}={','.join(sorted(values(call, key)))}"
        for key in ("kind", "vendor", "platform", "gateway", "model", "dynamic")
    ]
    return f"line {call.line}: {' '.join(words)}"


def describe_entry(entry: Entrypoint) -> str:
    """A found entry point, in the words of the annotations."""
    return f"line {entry.line}: kind={entry.kind} title={title(entry)}"
