"""Which configuration syntax a file is written in, by its name."""

from __future__ import annotations

import re
from fnmatch import fnmatch, translate

from auditor.discover.classify import suffix_of

_BY_SUFFIX = {
    **dict.fromkeys((".yaml", ".yml"), "yaml"),
    **dict.fromkeys((".json", ".jsonc", ".json5"), "json"),
    ".toml": "toml",
    ".env": "dotenv",
    **dict.fromkeys((".ini", ".cfg", ".properties", ".conf"), "ini"),
    **dict.fromkeys((".tf", ".tofu", ".tfvars", ".hcl", ".bicep", ".bicepparam"), "hcl"),
    **dict.fromkeys((".xml", ".csproj", ".fsproj", ".vbproj", ".props"), "xml"),
    ".dockerfile": "dockerfile",
    **dict.fromkeys((".sh", ".bash", ".zsh", ".mk"), "shell"),
    ".sql": "sql",
}
#: Names that say more than their suffix, the first that fits.
_BY_NAME = (
    (".env*", "dotenv"),
    (".dev.vars*", "dotenv"),
    ("env.*", "dotenv"),
    ("*.env.*", "dotenv"),
    ("dockerfile*", "dockerfile"),
    ("containerfile*", "dockerfile"),
    ("package-lock.json", "lines"),
    ("npm-shrinkwrap.json", "lines"),
    ("pnpm-lock.yaml", "lines"),
    ("*.lock", "lines"),
    ("*.lock.json", "lines"),
    ("go.sum", "lines"),
    ("go.mod", "lines"),
    ("requirements*.txt", "lines"),
    ("requirements*.in", "lines"),
    ("constraints*.txt", "lines"),
    ("gemfile", "lines"),
    ("*.gemspec", "lines"),
    ("mix.exs", "lines"),
    ("build.sbt", "lines"),
    ("*.gradle", "lines"),
    ("*.gradle.kts", "lines"),
    ("package.swift", "lines"),
    ("packages.config", "xml"),
    ("metadata", "lines"),
    ("pkg-info", "lines"),
    ("pipfile", "toml"),
    ("makefile", "shell"),
    ("gnumakefile", "shell"),
    ("justfile", "shell"),
    ("jenkinsfile*", "shell"),
    ("procfile*", "shell"),
    ("*.prompt", "prompt"),
    ("*.prompt?", "prompt"),
)
_NAMED = re.compile("|".join(translate(pattern) for pattern, _ in _BY_NAME))
_WORDS = {"yaml", "json", "toml"}
#: Folders whose files hold texts for readers in many languages.
_TEXTS = re.compile(r"(?:^|/)(?:locales?|i18n|translations?|lang|langs|l10n)/", re.IGNORECASE)
#: What stands behind the name of a file that is copied, or filled in, before anything reads it.
_TEMPLATE = re.compile(
    r"(?<=\w)[.-](?:example|sample|template|dist|tmpl|tpl|gotmpl|j2)$", re.IGNORECASE
)


def plain_path(path: str) -> str:
    """``gateway.yaml`` for ``gateway.yaml.example``: the name that a template is copied to."""
    return _TEMPLATE.sub("", path)


def syntax_of(path: str) -> str | None:
    """The syntax of a file with this path relative to the root, or None for no configuration."""
    if _TEXTS.search(path):
        return None
    name = path.rpartition("/")[2].lower()
    plain = plain_path(name)
    return _by_name(name) or (_by_name(plain) if plain != name else None)


def _by_name(name: str) -> str | None:
    if _NAMED.match(name):
        syntax = next(syntax for pattern, syntax in _BY_NAME if fnmatch(name, pattern))
        return _inner(name) if syntax == "dotenv" else syntax
    return _BY_SUFFIX.get(suffix_of(name))


def _inner(name: str) -> str:
    """``env.json`` is JSON whatever stands before it."""
    found = _BY_SUFFIX.get(suffix_of(name))
    return found if found in _WORDS else "dotenv"
