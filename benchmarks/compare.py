"""How long a scan takes beside tools that do less, on three public trees of fixed versions.

    python benchmarks/compare.py [--folder FOLDER] [--limit SECONDS] [TREE...]

The trees come from PyPI and npm, through pip and npm, and stay in FOLDER. Each program runs in a
process of its own, one after the other, so that all meet the same machine: a scan with an empty
cache, the same again with the cache filled, ripgrep for the names of some libraries, `ast.parse` of
every Python file, and airom, an inventory of AI libraries. What is not installed is left out. Times
are processor seconds with all children; "x" is the share of airom's, or of ripgrep's without it.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
WHEELS = {"homeassistant": "homeassistant==2024.3.3", "litellm": "litellm==1.109.1"}
PACKAGES = {"flowise": "flowise-components@3.1.4"}
INVENTORY = "airom==0.5.0"
WORDS = "openai|anthropic|boto3|generativeai|mistral|cohere|litellm|langchain"
MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024
PARSE = """
import ast, pathlib, sys, warnings
warnings.simplefilter("ignore")
for path in pathlib.Path(sys.argv[1]).rglob("*.py"):
    try:
        ast.parse(path.read_bytes())
    except (SyntaxError, ValueError):
        continue
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Processor and clock seconds, and megabytes of the largest process; None if given up."""

    seconds: float
    clock: float
    megabytes: float


def main() -> None:
    """Fetch what is missing, run everything, print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()) / "auditor-trees"
    )
    parser.add_argument("--limit", type=float, default=1800)
    parser.add_argument("trees", nargs="*", default=[*WHEELS, *PACKAGES])
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    inventory = _inventory(asked.folder)
    print("| Tree | Program | s | clock | MB | x |\n|---|---|---|---|---|---|")
    for name in asked.trees:
        tree = _fetched(name, asked.folder)
        runs = {
            program: _run(command, asked.limit, extra)
            for program, command, extra in _programs(tree, inventory, asked.folder / "cache")
        }
        base = runs.get("airom") or runs.get("ripgrep")
        for program, run in runs.items():
            print(f"| {name} | {program} | {_row(run, base)} |", flush=True)


def _programs(
    tree: Path, inventory: Path | None, cache: Path
) -> list[tuple[str, list[str], dict[str, str]]]:
    """What is run, in this order, with what is added to its environment."""
    scan = [
        sys.executable, "-c", "from auditor.cli.app import main; main()",
        "scan", str(tree), "--quiet", "--exit-zero", "--format", "json",
    ]  # fmt: skip
    ours = {"PYTHONPATH": str(ROOT), "AUDITOR_CACHE_DIR": str(cache)}
    shutil.rmtree(cache, ignore_errors=True)
    found = [("auditor, cold", scan, ours), ("auditor, warm", scan, ours)]
    if inventory is not None:
        found.append(("airom", [str(inventory), "fs", str(tree), "-o", "json"], {}))
    if rg := shutil.which("rg"):
        found.append(("ripgrep", [rg, "--no-ignore", "--count", WORDS, str(tree)], {}))
    if any(tree.rglob("*.py")):
        found.append(("ast.parse", [sys.executable, "-c", PARSE, str(tree)], {}))
    return found


def _run(command: list[str], limit: float, extra: dict[str, str]) -> Run | None:
    """What the program takes, None where it was still at work after ``limit`` seconds."""
    start = time.monotonic()
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **extra}
    )
    while True:
        # Of this child and its own children alone; getrusage would add up all of them.
        done, _, used = os.wait4(child.pid, os.WNOHANG)
        if done:
            return Run(used.ru_utime + used.ru_stime, time.monotonic() - start, _size(used))
        if time.monotonic() - start > limit:
            child.kill()
            os.wait4(child.pid, 0)
            return None
        time.sleep(0.01)


def _size(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / MEGABYTE


def _row(run: Run | None, base: Run | None) -> str:
    if run is None:
        return "not done | | |"
    share = f"{run.seconds / base.seconds:.1f}" if base else ""
    return f"{run.seconds:.1f} | {run.clock:.1f} | {run.megabytes:.0f} | {share}"


def _inventory(folder: Path) -> Path | None:
    """The program of ``INVENTORY``, in an environment of its own; None where pip cannot get it."""
    home = folder / "airom"
    program = home / "bin" / "airom"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        install = [str(home / "bin" / "pip"), "install", "--quiet", "--no-deps", INVENTORY]
        subprocess.run(install, check=False)
    return program if program.exists() else None


def _fetched(name: str, folder: Path) -> Path:
    tree = folder / name
    if tree.is_dir():
        return tree
    with tempfile.TemporaryDirectory() as place:
        if name in WHEELS:
            fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
            fetch += ["--only-binary", ":all:", "-d", place, WHEELS[name]]
            subprocess.run(fetch, check=True)
            with zipfile.ZipFile(next(Path(place).glob("*.whl"))) as wheel:
                wheel.extractall(tree)
        else:
            subprocess.run(["npm", "pack", "--silent", PACKAGES[name]], cwd=place, check=True)
            with tarfile.open(next(Path(place).glob("*.tgz"))) as package:
                package.extractall(tree, filter="data")
    return tree


if __name__ == "__main__":
    main()
