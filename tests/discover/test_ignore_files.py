from __future__ import annotations

import pytest

from auditor.model.errors import AuditorError
from auditor.settings import Settings


def test_a_gitignored_file_and_folder_are_left_out_with_that_reason(tree, read, left_out):
    root = tree({".gitignore": "gen/\n*.gen.py\n", "a.py": "", "b.gen.py": "", "gen/c.py": ""})
    assert read(root) == ["a.py"]
    assert left_out(root) == {"b.gen.py": "gitignored", "gen/": "gitignored"}


def test_ignored_files_that_would_not_be_read_anyway_are_no_news(tree, left_out):
    assert left_out(tree({".gitignore": "*.log\n*.zig\n", "x.log": "", "x.zig": ""})) == {}


def test_the_nearest_gitignore_decides_and_the_last_pattern_in_it(tree, read):
    root = tree(
        {
            ".gitignore": "*_pb2.py\nlocal.py\n",
            "a_pb2.py": "",
            "api/.gitignore": "!*_pb2.py\nbad_pb2.py\n",
            "api/good_pb2.py": "",
            "api/bad_pb2.py": "",
            "api/local.py": "",
        }
    )
    assert read(root) == ["api/good_pb2.py"]


def test_a_pattern_with_a_slash_counts_from_its_own_folder(tree, read):
    root = tree(
        {
            "svc/.gitignore": "/gen/*.py\n",
            "svc/gen/a.py": "",
            "svc/x/gen/b.py": "",
            "gen/c.py": "",
        }
    )
    assert read(root) == ["gen/c.py", "svc/x/gen/b.py"]


def test_nothing_in_an_ignored_folder_can_be_asked_back(tree, read):
    root = tree({".gitignore": "gen/\n!gen/keep.py\n", "gen/keep.py": "", "gen/b.py": ""})
    assert read(root) == []


def test_the_repository_above_and_its_private_excludes_count_too(tree, read):
    root = tree(
        {
            ".git/HEAD": "",
            ".git/info/exclude": "scratch.py\n",
            ".gitignore": "*.gen.py\n",
            "svc/a.py": "",
            "svc/b.gen.py": "",
            "svc/scratch.py": "",
        }
    )
    assert read(root / "svc") == ["a.py"]


def test_a_folder_that_was_named_is_read_although_it_is_ignored(tree, read):
    root = tree(
        {".git/HEAD": "", ".gitignore": "/local/\n*.gen.py", "local/a.py": "", "local/x/b.py": ""}
    )
    assert read(root) == []
    assert read(root / "local") == ["a.py", "x/b.py"]
    assert read(root / "local" / "x") == ["b.py"]


def test_auditorignore_has_the_same_syntax_and_the_last_word(tree, read, left_out):
    root = tree(
        {
            ".gitignore": "gen.py\n",
            ".auditorignore": "demo/\n!gen.py\n!third_party/\n!vendor/\n",
            "demo/a.py": "",
            "gen.py": "",
            "third_party/b.py": "",
            "vendor/c.py": "",
        }
    )
    assert read(root) == ["gen.py", "third_party/b.py", "vendor/c.py"]
    assert left_out(root) == {"demo/": "auditorignored"}


def test_exclude_globs_count_from_the_root_or_from_the_file_they_stand_in(tree, read, left_out):
    root = tree({"svc/docs/a.py": "", "svc/app/b.py": "", "docs/c.py": ""})
    assert read(root, settings=Settings(exclude=("/docs/**",))) == ["svc/app/b.py", "svc/docs/a.py"]
    from_above = Settings(exclude=("/svc/docs/",), exclude_base=str(root.resolve()))
    assert read(root / "svc", settings=from_above) == ["app/b.py"]
    assert left_out(root / "svc", settings=from_above) == {"docs/": "excluded"}


def test_an_excluded_folder_that_was_named_is_read(tree, read):
    root = tree({"docs/a.py": "", "b.py": ""})
    settings = Settings(exclude=("docs/**",), exclude_base=str(root.resolve()))
    assert read(root, settings=settings) == ["b.py"]
    assert read(root / "docs", settings=settings) == ["a.py"]


def test_a_broken_line_in_gitignore_spoils_only_itself(tree, read):
    root = tree({".gitignore": b"!\n\xff\xfe\ngen.py\n", "gen.py": "", "a.py": ""})
    assert read(root) == ["a.py"]


def test_a_linked_gitignore_is_not_followed(tree, tmp_path, read):
    root = tree({"a.py": ""})
    (tmp_path / "elsewhere").write_text("a.py\n")
    (root / ".gitignore").symlink_to(tmp_path / "elsewhere")
    assert read(root) == ["a.py"]


def test_a_broken_exclude_setting_is_the_users_to_mend(tree, read):
    with pytest.raises(AuditorError, match="exclude"):
        read(tree({"a.py": ""}), settings=Settings(exclude=("!",)))
