from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditor.discover import find_sources
from auditor.discover.collect import Collection
from auditor.model.source import Severity
from auditor.settings import Settings


def test_source_files_are_found_in_order_of_path(tree, read):
    root = tree({"b.py": "", "a/z.py": "x", "a/b.pyw": "x", "note.ipynb": "{}", "README.md": "x"})
    assert read(root) == ["a/b.pyw", "a/z.py", "b.py", "note.ipynb"]


def test_an_empty_file_is_read(tree, read):
    assert read(tree({"__init__.py": ""})) == ["__init__.py"]


def test_an_empty_folder_gives_nothing(tree):
    found = find_sources([tree({})], Settings())
    assert (found.files, found.left_out, found.diagnostics) == ((), (), ())


def test_each_file_knows_its_language_size_and_place(tree):
    root = tree({"app/llm.py": "x = 1\n"})
    (file,) = find_sources([root], Settings()).files
    assert (file.language, file.size) == ("python", 6)
    assert Path(file.absolute).read_text() == "x = 1\n"


def test_stubs_are_passed_over_without_a_word(tree, read, left_out):
    root = tree({"a.pyi": "", "a.py": ""})
    assert read(root) == ["a.py"]
    assert left_out(root) == {}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (".venv/lib/x.py", "virtualenv"),
        ("venv/x.py", "virtualenv"),
        ("node_modules/a/x.py", "dependencies"),
        ("lib/site-packages/x.py", "dependencies"),
        ("third_party/x.py", "vendored"),
        ("vendor/lib/x.py", "vendored"),
        ("dist/x.py", "build-output"),
        ("app.egg-info/x.py", "build-output"),
        (".next/x.py", "build-output"),
        (".mypy_cache/x.py", "cache"),
        (".ipynb_checkpoints/x.ipynb", "cache"),
    ],
)
def test_folders_that_are_not_the_users_source_are_left_out_with_a_reason(
    tree, read, left_out, path, reason
):
    root = tree({path: "import openai", "app.py": ""})
    assert read(root) == ["app.py"]
    assert list(left_out(root).values()) == [reason]
    assert all(name.endswith("/") for name in left_out(root))


def test_a_virtualenv_is_known_by_its_marker_whatever_its_name(tree, left_out):
    assert left_out(tree({"tools/env/pyvenv.cfg": "", "tools/env/x.py": ""})) == {
        "tools/env/": "virtualenv"
    }


def test_a_package_called_like_an_artefact_is_read(tree, read):
    root = tree(
        {
            "vendor/__init__.py": "",
            "vendor/models.py": "",
            "build/__init__.py": "",
            "env/agent.py": "",
            "build/lib/__init__.py": "",
        }
    )
    assert "vendor/models.py" in read(root)
    assert "build/__init__.py" in read(root)
    assert "env/agent.py" in read(root)


def test_what_a_build_leaves_behind_is_left_out(tree, left_out):
    root = tree({"build/lib/app/llm.py": "", "app/llm.py": ""})
    assert left_out(root) == {"build/": "build-output"}


def test_caches_of_the_interpreter_are_not_worth_a_word(tree, left_out):
    assert left_out(tree({"__pycache__/a.py": "", ".git/hooks/x.py": ""})) == {}


def test_another_worktree_of_the_repository_is_not_read_twice(tree, read, left_out):
    root = tree(
        {".git/HEAD": "", "a.py": "", "wt/x/.git": "gitdir: /r/.git/worktrees/x\n", "wt/x/a.py": ""}
    )
    assert read(root) == ["a.py"]
    assert left_out(root) == {"wt/x/": "git-worktree"}


def test_a_submodule_is_read(tree, read):
    root = tree({".git/HEAD": "", "sub/.git": "gitdir: ../.git/modules/sub\n", "sub/a.py": ""})
    assert read(root) == ["sub/a.py"]


def test_a_file_that_is_too_large_is_left_out(tree, read, left_out):
    root = tree({"data.py": "x" * 1_000_001, "fine.py": "x" * 1_000_000})
    assert read(root) == ["fine.py"]
    assert left_out(root) == {"data.py": "too-large"}


def test_a_notebook_may_be_larger_since_it_carries_its_outputs(tree, read):
    assert read(tree({"a.ipynb": "x" * 2_000_000})) == ["a.ipynb"]


def test_a_binary_file_is_left_out_and_utf16_is_not_binary(tree, read, left_out):
    root = tree({"a.py": b"MZ\0\0", "b.py": "x = 1\n".encode("utf-16")})
    assert read(root) == ["b.py"]
    assert left_out(root) == {"a.py": "binary"}


def test_a_pipe_is_never_opened(tree, read, left_out):
    root = tree({"a.py": ""})
    os.mkfifo(root / "pipe.py")
    os.mkfifo(root / "pipe")
    assert read(root) == ["a.py"]
    assert left_out(root) == {"pipe.py": "not-a-file"}


def test_a_python_script_without_suffix_is_read_if_it_can_be_run(tree, read):
    shebang = "#!/usr/bin/env python3\nprint()\n"
    root = tree({"run": shebang, "doc": shebang, "shell": "#!/bin/sh\n", "LICENSE": "python"})
    for name in ("run", "shell", "LICENSE"):
        (root / name).chmod(0o755)
    assert read(root) == ["run"]


def test_a_file_that_may_not_be_read_is_reported_and_does_not_stop_the_walk(
    tree, monkeypatch: pytest.MonkeyPatch
):
    root = tree({"a.py": "", "secret.py": "x"})
    real = open

    def refuse(path: str, *args: object) -> object:
        if path.endswith("secret.py"):
            raise PermissionError(13, "Permission denied")
        return real(path, *args)

    monkeypatch.setattr("builtins.open", refuse)
    found = find_sources([root], Settings())
    assert [file.path for file in found.files] == ["a.py"]
    assert [(path.path, path.reason) for path in found.left_out] == [("secret.py", "unreadable")]
    (problem,) = found.diagnostics
    assert (problem.path, problem.code) == ("secret.py", "unreadable")
    assert "Permission denied" in problem.message


def test_a_folder_that_may_not_be_read_is_reported(tree, monkeypatch: pytest.MonkeyPatch):
    root = tree({"a.py": "", "closed/b.py": ""})
    real = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_sources([root], Settings())
    assert [(path.path, path.reason) for path in found.left_out] == [("closed/", "unreadable")]
    assert found.diagnostics[0].path == "closed"


def test_a_linked_folder_is_not_followed_so_loops_are_harmless(tree, read, left_out):
    root = tree({"pkg/a.py": ""})
    (root / "pkg" / "loop").symlink_to(root)
    (root / "again").symlink_to(root / "pkg")
    assert read(root) == ["pkg/a.py"]
    assert left_out(root) == {"again/": "symlink", "pkg/loop/": "symlink"}


def test_a_linked_file_is_read_once_and_only_inside_the_root(tree, tmp_path, read, left_out):
    root = tree({"a.py": "x", "plain": "y"})
    outside = tmp_path / "outside.py"
    outside.write_text("secret")
    (root / "same.py").symlink_to(root / "a.py")
    (root / "other.py").symlink_to(root / "plain")
    (root / "twice.py").symlink_to(root / "plain")
    (root / "out.py").symlink_to(outside)
    (root / "gone.py").symlink_to(root / "nowhere.py")
    (root / "self.py").symlink_to(root / "self.py")
    assert read(root) == ["a.py", "other.py"]
    reasons = left_out(root)
    assert reasons.pop("self.py") in ("broken-symlink", "unreadable")
    assert reasons == {
        "gone.py": "broken-symlink",
        "out.py": "symlink-outside-root",
        "same.py": "symlink",
        "twice.py": "symlink",
    }


def test_source_in_other_languages_is_counted_aloud(tree):
    root = tree({"a.py": "", "x.swift": "", "web/y.swift": "", "web/z.min.js": "", "m.ex": ""})
    (remark,) = find_sources([root], Settings()).diagnostics
    assert remark.severity is Severity.INFO
    assert remark.message == (
        "1 elixir, 2 swift files were not read: this version reads .cjs, .cs, .cts, .go, .ipynb, "
        ".java, .jbuilder, .js, .jsx, .kt, .kts, .mjs, .mts, .php, .py, .pyw, .rake, .rb, .rs, "
        ".ru, .svelte, .ts, .tsx, .vue"
    )


def test_tests_are_marked(tree):
    root = tree({"tests/helper.py": "", "app/test_x.py": "", "app/contest.py": ""})
    found = find_sources([root], Settings()).files
    assert {file.path: file.in_tests for file in found} == {
        "app/contest.py": False,
        "app/test_x.py": True,
        "tests/helper.py": True,
    }


def test_minified_code_is_known_by_its_name_and_by_its_lines(tmp_path):
    long = tmp_path / "long.js"
    long.write_text("a" * 9000)
    normal = tmp_path / "normal.js"
    normal.write_text("let a = 1;\n" * 900)
    found = Collection(str(tmp_path))
    for path in (long, normal):
        found.take(str(path), "javascript")
    assert [left.path for left in found.left_out()] == ["long.js"]
    assert list(found.files) == ["normal.js"]
