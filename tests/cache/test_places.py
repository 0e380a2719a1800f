"""Where a cache may lie, and where it is not believed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditor.cache.places import NAME, reason_against, usual_folder


def test_the_usual_folder_is_the_systems(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert usual_folder().name == "auditor"
    if os.name == "posix" and os.uname().sysname == "Linux":
        assert usual_folder() == tmp_path / "auditor"


def test_a_folder_of_our_own_is_good(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir(mode=0o700)
    assert reason_against(tmp_path / "cache", tmp_path / "tree") is None
    assert reason_against(tmp_path / "not-there-yet", tmp_path / "tree") is None
    assert reason_against(tmp_path / "cache", None) is None


@pytest.mark.parametrize("place", ["tree", "tree/.cache/auditor", "link/cache"])
def test_one_inside_the_tree_is_not(tmp_path: Path, place: str) -> None:
    (tmp_path / "tree").mkdir()
    (tmp_path / "link").symlink_to("tree")
    reason = reason_against(tmp_path / place, tmp_path / "tree")
    assert reason is not None
    assert "scanned folder" in reason


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no owners here")
def test_nor_one_that_others_may_write_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    folder.chmod(0o777)
    assert reason_against(folder, None) is not None
    folder.chmod(0o700)
    assert reason_against(folder, None) is None
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    if folder.stat().st_uid:  # what the administrator owns is trusted
        assert reason_against(folder, None) is not None


def test_nor_a_link_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("")
    (tmp_path / NAME).symlink_to("elsewhere")
    assert reason_against(tmp_path, None) is not None
