"""Patched scripts are run on Node against vendors that fail, and the second one answers."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from tests.linker.conftest import audit_tree
from tests.proof.runs import answer_of, mended
from tests.proof.script_samples import SAMPLES
from tests.proof.vendors import FAILURES, VENDORS, Town

__all__ = ["audit_tree"]

MODULES = Path(__file__).with_name("node_modules")
RUNNER = Path(__file__).with_name("run_script.mjs")

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not MODULES.is_dir(),
    reason="needs Node and `npm install` in tests/proof",
)


@pytest.fixture
def town() -> Iterator[Town]:
    """The vendors, each with a server of its own."""
    found = Town()
    yield found
    found.over.set()


def run(file: Path, town: Town, vendor: str, mode: str) -> str:
    """What ``main`` of the file gives while the vendor fails in one way."""
    town.modes[vendor] = mode
    ports = {host: town.port(host) for host, _ in VENDORS.values()}
    command = ["node", "--import", "tsx", str(RUNNER), str(file)]
    env = {"PORTS": json.dumps(ports), "NODE_NO_WARNINGS": "1"}
    return str(answer_of(command, RUNNER.parent, env))


def complaints(file: Path) -> str:
    """What the compiler says of the types in a file."""
    strict = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--types", "node"]
    root = ["--typeRoots", str(MODULES / "@types"), "--target", "es2022"]
    done = subprocess.run(
        [str(MODULES / ".bin/tsc"), *strict, *root, str(file)],
        cwd=file.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize("name", SAMPLES)
def test_the_second_vendor_answers(
    name: str, audit_tree: object, tmp_path: Path, town: Town
) -> None:
    sample = SAMPLES[name]
    (tmp_path / "node_modules").symlink_to(MODULES)
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    app = tmp_path / "app" / sample.name
    app.parent.mkdir()
    app.write_text(dedent(sample.code).lstrip(), encoding="utf-8")
    assert run(app, town, sample.first, "ok") == sample.first
    if sample.check == "no-fallback":
        assert run(app, town, sample.first, "500").startswith("! ")
    app.write_text(mended(app.parent, sample.check, sample.second)[app.name], encoding="utf-8")
    if app.suffix == ".ts":
        assert complaints(app) == ""
    modes = [mode for mode in FAILURES if mode not in sample.but]
    after = {mode: run(app, town, sample.first, mode) for mode in ("ok", *modes)}
    assert after == {"ok": sample.first, **dict.fromkeys(modes, sample.second)}
