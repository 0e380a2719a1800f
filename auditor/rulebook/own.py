"""Rules that a team adds to the shipped ones: folders, and doors named in its settings.

They only add. A record with the id of a shipped one is a mistake, so that nothing that is known of
the world can be bent, and findings stay what they are.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from auditor.model.errors import AuditorError
from auditor.rulebook.locate import find_rules
from auditor.rulebook.problems import Origin, Place, Problems, suggest
from auditor.rulebook.raw import TABLES, digest_of, read_files
from auditor.settings import Settings, WrapperSetting

#: Folders of rules that a team may have.
FOLDERS = (
    "vendors", "platforms", "gateways", "sdks", "entrypoints", "configs", "fallbacks", "errors",
    "incidents", "retirements",
)  # fmt: skip
#: Files that stand beside rules and are none.
_BESIDE = frozenset({"README.md", "README"})


@dataclass(slots=True)
class RuleFiles:
    """The bytes of rule files by name: as in the rules folder, ``NAME@2`` for a further table."""

    content: dict[str, bytes]
    origins: dict[str, Origin]

    def tables(self, name: str) -> tuple[str, ...]:
        """The shipped table of that name and those that add to it."""
        return tuple(n for n in self.content if n == name or n.startswith(f"{name}@"))


def rule_files(shipped: Path, settings: Settings | None, problems: Problems) -> RuleFiles:
    """The shipped rules and the team's own."""
    files = RuleFiles(read_files(shipped), {})
    problems.origins = files.origins
    settings = settings or Settings()
    for number, folder in enumerate(settings.rules, 2):
        if not Path(folder).is_dir():
            raise AuditorError(
                f"there is no folder {Path(folder).name!r} of rules, as {settings.file} says",
                hint="auditor rules new begins one",
            )
        _add_folder(files, Path(folder), number, problems)
    for number, wrapper in enumerate(settings.wrappers, 1):
        name = f"sdks/{wrapper.language}/wrapper-{number}/sdk.yaml"
        files.origins[name] = Origin(Path(settings.file).name, None, wrapper.line)
        files.content[name] = json.dumps(_sdk_of(wrapper, number)).encode()
    files.content = dict(sorted(files.content.items()))
    return files


def digest_of_rules(settings: Settings) -> str | None:
    """The ``digest`` of the catalog that these settings lead to; None where files lie wrong."""
    problems = Problems()
    files = rule_files(find_rules(), settings, problems)
    return digest_of(files.content) if not problems.found else None


def own_names(settings: Settings) -> dict[str, str]:
    """The rules of the team's own by name, as in ``RuleFiles``, with what to call their files."""
    files = rule_files(find_rules(), settings, Problems())
    return {
        name: f"{origin.shown}:{origin.line}" if origin.line else origin.shown
        for name, origin in files.origins.items()
        if name in files.content
    }


def _add_folder(files: RuleFiles, folder: Path, number: int, problems: Problems) -> None:
    found = read_files(folder)
    for name, content in found.items():
        key = f"{name}@{number}" if name in TABLES else name
        if key not in files.content:
            files.origins[key] = _origin(folder, name)
            files.content[key] = content
            if name.startswith("checks/"):
                message = "checks are part of the program: rules cannot add any"
                problems.add(Place(key), message, 1)
        else:
            mine = f"{name}@{number}"
            files.origins[mine] = _origin(folder, name)
            whose = "of your own" if key in files.origins else "shipped with auditor"
            problems.add(Place(mine), f"there is a rule {whose} of that id: choose another", 1)
    for name, near in _strays(folder, found):
        files.origins[name] = _origin(folder, name)
        problems.add(Place(name), f"nothing is read from here{near}", 1)


def _origin(folder: Path, name: str) -> Origin:
    return Origin(f"{folder.name}/{name}", folder / name)


def _strays(folder: Path, read: Collection[str]) -> Iterator[tuple[str, str]]:
    """YAML files that look like rules and lie where none are read, with what may be meant."""
    for path in sorted((*folder.rglob("*.yaml"), *folder.rglob("*.yml"))):
        name = path.relative_to(folder).as_posix()
        first, *below = PurePosixPath(name).parts
        if name in read or any(part.startswith("example") for part in below[:-1]):
            continue
        if path.suffix == ".yml" and f"{name[:-4]}.yaml" not in read:
            yield name, f" - did you mean '{PurePosixPath(name).stem}.yaml'?"
        elif first not in FOLDERS:
            yield name, suggest(first, FOLDERS) or f": rules lie in {', '.join(FOLDERS)}"
        elif len(below) < 2 and first in ("sdks", "entrypoints", "configs", "fallbacks"):
            yield name, f": a rule of {first}/ is a folder with its own file; see rules new"


def _sdk_of(wrapper: WrapperSetting, number: int) -> dict[str, object]:
    """The rule for a library that says what a ``[[wrapper]]`` says."""
    target: dict[str, object] = {"kind": wrapper.kind}
    for key, text in (("platform", wrapper.platform), ("vendor", wrapper.vendor)):
        if text:
            target[key] = text
    model: dict[str, object] = {}
    if wrapper.model:
        model["arg"] = [int(word) if word.isdecimal() else word for word in wrapper.model]
    for key, text in (("default", wrapper.default_model), ("grammar", wrapper.grammar)):
        if text:
            model[key] = text
    if model:
        target["model"] = model
    named = (*wrapper.functions, *wrapper.classes)
    rule: dict[str, object] = {
        "id": f"wrapper-{number}",
        "name": wrapper.name or named[0],
        "via": "framework",
        "modules": sorted({_module(name, wrapper.language) for name in named}),
    }
    if wrapper.functions:
        rule["functions"] = [{"name": list(wrapper.functions), **target}]
    if wrapper.classes:
        rule["objects"] = [{"id": "door", "make": list(wrapper.classes), "surface": "door"}]
        rule["surfaces"] = {"door": {"calls": [{"path": list(wrapper.methods), **target}]}}
    return rule


def _module(name: str, language: str) -> str:
    """The import root of a qualified name."""
    return name.split(".")[0] if language == "python" else name.rpartition(".")[0]
