"""Commands that ask a model: a program made for it, or a request to a model's address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.configs.shell import Command, commands_of
from auditor.meaning.attempts import Said, TargetReader
from auditor.model.behaviour import Attempt
from auditor.model.catalog import Catalog, Platform, Role
from auditor.model.config_rules import CommandRule
from auditor.model.kinds import CallKind
from auditor.rulebook.match import Matcher

#: Programs that send a request to the address among their words.
_SENDERS = frozenset({"curl", "wget", "http", "https", "xh", "httpie"})
#: Programs that run what follows them.
_RUNNERS = {
    "npx": 1, "bunx": 1, "uvx": 1, "pnpm": 2, "yarn": 2, "npm": 2, "uv": 2, "poetry": 2, "pipx": 2,
    "docker": 9, "bun": 2,
}  # fmt: skip
_SCRIPTS = re.compile(r"[\w./-]+\.(?:py|js|mjs|ts|mts|sh)")
_INTERPRETERS = re.compile(
    r"python[\d.]*|node|bun|deno|tsx|ts-node|bash|sh|uv|npx|poetry|pipenv|rye|hatch"
)
_SHELLS = frozenset({"sh", "bash", "zsh", "dash"})
_URL = re.compile(r"https?://([^/\s\"']+)([^\s\"'?#]*)")
_MODEL = re.compile(r"""\\?["']model\\?["']\s*:\s*\\?["']([^"'\\]+)""")


@dataclass(frozen=True, slots=True)
class Asked:
    """A command that asks a model; ``sdk`` names the rule or the sender."""

    line: int
    end_line: int
    kind: CallKind
    via: str
    sdk: str
    attempt: Attempt
    dynamic: bool
    says: str


@dataclass(frozen=True, slots=True)
class Script:
    """A command that runs a script of the repository, or a module with ``-m``."""

    path: str
    line: int
    module: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """A program that asks a model: its rule, and where it stands among the words."""

    sdk: str
    rule: CommandRule
    start: int


class Programs:
    """Which commands ask a model, by the rules of one catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._rules: dict[str, list[tuple[str, CommandRule]]] = {}
        for config in catalog.configs:
            for rule in config.commands:
                for program in rule.programs:
                    self._rules.setdefault(program, []).append((config.id, rule))

    def asking(self, words: tuple[str, ...]) -> Asking | None:
        """The program among the words of a command that asks a model with what follows it."""
        if not words:
            return None
        start, program = 0, words[0].rpartition("/")[2]
        if program in _RUNNERS:
            reach = min(len(words), _RUNNERS[program] + 4)
            start = next((n for n in range(1, reach) if _bare(words[n]) in self._rules), 0)
        rest = words[start + 1 :]
        for sdk, rule in self._rules.get(_bare(words[start]) if start else program, ()):
            if _runs(rule, rest):
                return Asking(sdk, rule, start)
        return None


class CommandReader:
    """Knows commands by the rules of one catalogue."""

    def __init__(self, catalog: Catalog, matcher: Matcher, targets: TargetReader) -> None:
        self._matcher = matcher
        self._targets = targets
        self._platforms = catalog.platforms
        self._programs = Programs(catalog)

    def read(self, text: str, first: int, depth: int = 0) -> Iterator[Asked | Script]:
        """What the commands of a script ask and run."""
        for command in commands_of(text, first):
            if command.program in _SHELLS and "-c" in command.words and depth < 3:
                place = command.words.index("-c") + 1
                if place < len(command.words):
                    yield from self.read(command.words[place], command.lines[place], depth + 1)
                continue
            if command.program in _SENDERS:
                yield from self._request(command)
            else:
                yield from self._program(command)

    def _program(self, command: Command) -> Iterator[Asked | Script]:
        found = self._programs.asking(command.words)
        if found is not None:
            rule, rest = found.rule, command.words[found.start + 1 :]
            said = Said(
                after_flag(rule.model, rest),
                rule.grammar,
                platform=rule.platform,
                vendor=rule.vendor,
            )
            attempt = self._targets.attempt(said)
            yield Asked(
                command.line, command.end_line, rule.kind, "cli", found.sdk, attempt,
                attempt.vendor is None, f"runs {_bare(command.words[found.start])}",
            )  # fmt: skip
            return
        if _INTERPRETERS.fullmatch(command.program) or command.program.startswith("./"):
            yield from _scripts(command)

    def _request(self, command: Command) -> Iterator[Asked]:
        body = " ".join((*command.words, command.fed))
        for word, line in zip(command.words[1:], command.lines[1:], strict=True):
            found = _URL.search(word)
            if found is None:
                continue
            match = self._matcher.platform_of_host(found[1])
            platform = match.platform if match else None
            asks = self._matcher.endpoint_of_path(found[2], platform, near=True)
            if asks is None or (platform and self._matcher.is_not_endpoint(found[2], platform)):
                continue
            if platform is None and not _is_post(command):
                continue
            model = asks.model or next(iter(_MODEL.findall(body)), None)
            model = None if model and model.startswith("$") else model
            attempt = self._attempt(found[0], platform, model)
            yield Asked(
                command.line, command.end_line, asks.kind, "http", command.program, attempt,
                model is None, f"requests {found[1]}{found[2]} (line {line})",
            )  # fmt: skip
            return

    def _attempt(self, url: str, platform: Platform | None, model: str | None) -> Attempt:
        grammar = platform.grammar if platform and platform.role is Role.GATEWAY else None
        return self._targets.attempt(Said(model, grammar, url=url))


def _bare(word: str) -> str:
    """``@acme/code@latest`` is ``@acme/code``."""
    head, at, _ = word[1:].partition("@")
    return (
        (word[:1] + head)
        if at
        else word.rpartition("/")[2]
        if word.startswith(("/", "."))
        else word
    )


def _runs(rule: CommandRule, words: tuple[str, ...]) -> bool:
    if any(word in rule.never for word in words[:1]) or any(
        w in rule.never for w in words if w[:1] == "-"
    ):
        return False
    if not (rule.flags or rule.words):
        return bool(words)
    heads = {word.split("=")[0] for word in words}
    return bool(heads & set(rule.flags)) or bool(words and words[0] in rule.words)


def after_flag(flags: tuple[str, ...], words: tuple[str, ...]) -> str | None:
    """The word behind one of the flags, or joined to it by ``=``."""
    for place, word in enumerate(words):
        head, equals, value = word.partition("=")
        if head in flags and equals:
            return value
        if word in flags and place + 1 < len(words) and not words[place + 1].startswith(("$", "-")):
            return words[place + 1]
    return None


def _scripts(command: Command) -> Iterator[Script]:
    words = command.words
    if "-m" in words and words.index("-m") + 1 < len(words):
        yield Script(words[words.index("-m") + 1], command.line, module=True)
        return
    for word in words:
        if _SCRIPTS.fullmatch(word):
            yield Script(word.removeprefix("./"), command.line)
            return


def _is_post(command: Command) -> bool:
    return any(w.startswith(("-d", "--data", "--json", "-F")) or w == "POST" for w in command.words)
