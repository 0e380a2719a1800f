"""Which repositories a list, a manifest or a folder names."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from auditor.configs.fleet_list import read_fleet
from auditor.model.errors import AuditorError
from auditor.model.fleet import Repository


def _file(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(dedent(text), encoding="utf-8")
    return folder / name


def test_a_list_has_one_source_on_each_line(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        "fleet.txt",
        """
        # ours
        services/billing     # the folder beside this file
        https://user:secret@forge.example/team/search.git
        git@forge.example:team/chat.git
        """,
    )
    assert read_fleet(path) == (
        Repository("billing", str(tmp_path / "services/billing")),
        Repository("search", "https://user:secret@forge.example/team/search.git"),
        Repository("chat", "git@forge.example:team/chat.git"),
    )


def test_a_folder_stands_for_the_git_repositories_in_it(tmp_path: Path) -> None:
    for name in ("b", "a", ".hidden", "plain"):
        (tmp_path / name).mkdir()
    assert [one.name for one in read_fleet(tmp_path)] == ["a", "b", "plain"]
    for name in ("a", "b", ".hidden"):
        (tmp_path / name / ".git").mkdir()
    assert [one.name for one in read_fleet(tmp_path)] == ["a", "b"]


def test_a_manifest_says_more_of_each(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        "org.yaml",
        """
        repositories:
          - ../search
          - name: chat
            url: https://forge.example/team/chat
            ref: main
            owner: team-chat
            criticality: critical
            depends_on: [search, models]
        """,
    )
    assert read_fleet(path) == (
        Repository("search", str((tmp_path / "../search").resolve())),
        Repository(
            "chat",
            "https://forge.example/team/chat",
            "main",
            "team-chat",
            "critical",
            ("search", "models"),
        ),
    )


def test_namesakes_take_the_folder_above_into_their_names(tmp_path: Path) -> None:
    path = _file(tmp_path, "fleet.txt", "https://f.example/red/api\nhttps://f.example/blue/api\n")
    assert [one.name for one in read_fleet(path)] == ["red-api", "blue-api"]
    path = _file(tmp_path, "twice.txt", "https://f.example/red/api\nhttps://f.example/red/api\n")
    with pytest.raises(AuditorError, match="two repositories are called red-api"):
        read_fleet(path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("repositories:\n  - nam: x\n", "2: there is no key 'nam'; did you mean name"),
        ("repositories:\n  - name: x\n", "2: a repository needs a path or a url"),
        ("repositories:\n- path: a\n  criticality: high\n", "3: there is no criticality 'high'"),
        ("repositories: [\n", "this is no YAML"),
        ("repositories: {}\n", "1: there must be a list"),
        ("- a\n", "1: here must be keys: repositories"),
        ("repositories:\n- path: a\n  depends_on: b\n", "3: depends_on must be a list"),
    ],
)
def test_what_is_wrong_in_a_manifest_has_its_line(tmp_path: Path, text: str, says: str) -> None:
    path = _file(tmp_path, "org.yaml", text)
    with pytest.raises(AuditorError) as raised:
        read_fleet(path)
    assert says in raised.value.message
    assert raised.value.message.startswith(str(path))
