from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from auditor.discover import Discovery, find_sources
from auditor.settings import Settings

Tree = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Writes files below a folder of their own; a path that ends in / is an empty folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "repo"
        root.mkdir(exist_ok=True)
        for name, content in files.items():
            path = root / name
            if name.endswith("/"):
                path.mkdir(parents=True, exist_ok=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content.encode() if isinstance(content, str) else content
            path.write_bytes(data)
        return root

    return write


@pytest.fixture
def read() -> Callable[..., list[str]]:
    """The paths that discovery chooses below a root."""

    def paths(*places: Path, settings: Settings | None = None) -> list[str]:
        return [file.path for file in find_sources(places, settings or Settings()).files]

    return paths


@pytest.fixture
def left_out() -> Callable[..., dict[str, str]]:
    """What discovery leaves out, and why."""

    def reasons(*places: Path, settings: Settings | None = None) -> dict[str, str]:
        found: Discovery = find_sources(places, settings or Settings())
        return {path.path: path.reason for path in found.left_out}

    return reasons
