from __future__ import annotations

from pathlib import Path

import pytest

from auditor.discover import find_sources, root_of
from auditor.model.errors import AuditorError
from auditor.settings import Settings


def shown(*paths: str | Path) -> str:
    return find_sources([Path(path) for path in paths], Settings()).root


def test_a_folder_is_its_own_root_and_is_called_as_it_was_given(tree, monkeypatch):
    root = tree({"svc/app/a.py": "", "svc/b.py": ""})
    monkeypatch.chdir(root)
    assert shown(".") == "."
    assert shown("svc") == "svc"
    assert shown("./svc/") == "svc"
    assert shown(root / "svc") == (root / "svc").as_posix()
    monkeypatch.chdir(root / "svc" / "app")
    assert shown("..") == ".."


def test_a_file_alone_makes_its_folder_the_root(tree, read, monkeypatch):
    root = tree({"svc/a.py": "", "svc/b.py": ""})
    monkeypatch.chdir(root)
    assert read(Path("svc/a.py")) == ["a.py"]
    assert shown("svc/a.py") == "svc"


def test_several_paths_have_their_common_folder_as_root(tree, read, monkeypatch):
    root = tree({"src/a.py": "", "tools/b.py": "", "other/c.py": "", "main.py": ""})
    monkeypatch.chdir(root)
    assert read(Path("src"), Path("tools"), Path("main.py")) == [
        "main.py",
        "src/a.py",
        "tools/b.py",
    ]
    assert shown("src", "tools") == "."
    monkeypatch.chdir(root / "src")
    assert shown("../tools", "../other") == ".."


def test_paths_that_overlap_are_read_once(tree, read):
    root = tree({"src/app/a.py": "", "src/b.py": ""})
    assert read(root / "src", root / "src" / "app", root / "src" / "b.py") == ["app/a.py", "b.py"]


def test_without_a_path_the_current_folder_is_meant(tree, monkeypatch):
    root = tree({"a.py": ""})
    monkeypatch.chdir(root)
    assert root_of([]) == root.resolve()


def test_a_file_that_was_named_is_read_in_any_case(tree, read):
    root = tree({".gitignore": "*", "big.py": "x" * 1_500_000, "stub.pyi": "", "tool": "#! python"})
    named = [root / "big.py", root / "stub.pyi", root / "tool"]
    assert read(*named) == ["big.py", "stub.pyi", "tool"]


def test_a_named_file_that_nobody_can_read_is_left_out_with_a_reason(tree, left_out):
    root = tree({"notes.txt": "hello", "image.py": b"\0\0"})
    assert left_out(root / "notes.txt", root / "image.py") == {
        "image.py": "binary",
        "notes.txt": "unknown-language",
    }


@pytest.mark.parametrize("path", ["nowhere", "nowhere/at/all.py", "bad\0name"])
def test_a_path_that_does_not_exist_is_an_error_that_says_so(tree, monkeypatch, path):
    monkeypatch.chdir(tree({}))
    with pytest.raises(AuditorError) as error:
        find_sources([path], Settings())
    assert error.value.hint


def test_a_linked_root_is_followed(tree, tmp_path, read):
    root = tree({"a.py": ""})
    (tmp_path / "link").symlink_to(root)
    assert read(tmp_path / "link") == ["a.py"]
