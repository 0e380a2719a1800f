from __future__ import annotations

import pytest

from auditor.discover import read_prefix, read_revision

COMMIT = "0123456789abcdef0123456789abcdef01234567"
OTHER = "f" * 40


@pytest.mark.parametrize(
    ("files", "revision"),
    [
        ({".git/HEAD": f"{COMMIT}\n"}, COMMIT),
        ({".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": f"{COMMIT}\n"}, COMMIT),
        (
            {
                ".git/HEAD": "ref: refs/heads/a/b\n",
                ".git/packed-refs": f"# pack-refs\n{OTHER} refs/heads/b\n{COMMIT} refs/heads/a/b\n",
            },
            COMMIT,
        ),
        (
            {
                ".git": "gitdir: store/worktrees/w\n",
                "store/worktrees/w/HEAD": "ref: refs/heads/w\n",
                "store/worktrees/w/commondir": "../..\n",
                "store/refs/heads/w": COMMIT,
            },
            COMMIT,
        ),
        ({".git/HEAD": "ref: refs/heads/unborn\n"}, None),
        ({".git/HEAD": b"\xff\xfe"}, None),
        ({".git/HEAD": "ref: ../../../etc/passwd\n"}, None),
        ({".git": "nonsense"}, None),
        ({".git/": ""}, None),
        ({}, None),
    ],
)
def test_the_commit_is_read_without_git(tree, files, revision):
    root = tree({**files, "svc/app/": ""})
    assert read_revision(root / "svc" / "app") == revision


def test_the_prefix_is_the_place_in_the_repository(tree):
    top = tree({".git/HEAD": COMMIT, "services/api/main.py": ""})
    assert read_prefix(top) == ""
    assert read_prefix(top / "services" / "api") == "services/api/"


def test_without_a_repository_there_is_no_prefix(tree):
    assert read_prefix(tree({"api/main.py": ""}) / "api") == ""
