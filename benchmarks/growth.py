"""Does the time for each line stay the same while a tree grows?

Audits 1, 2, 4 and 8 copies of a sample, each under a name of its own, each in a fresh process:

    python benchmarks/growth.py [SIZES...]

Processor seconds, not the clock: other work on the machine disturbs them less. Seconds and memory
are also given for each thousand lines beyond what an audit of an empty folder takes.
"""

from __future__ import annotations

import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "sample_repos" / "support-desk" / "desk"
SIZES = (1, 2, 4, 8)
#: Below it ``ru_maxrss`` counts kilobytes.
MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


def grow(root: Path, copies: int) -> None:
    """Write the package so often, as ``desk0``, ``desk1`` and so on."""
    for number in range(copies):
        name = f"desk{number}"
        shutil.copytree(SAMPLE, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        for path in (root / name).rglob("*.py"):
            text = re.sub(r"\bdesk\b", name, path.read_text(encoding="utf-8"))
            path.write_text(text, encoding="utf-8")


def measure(root: str) -> None:
    """Audit one tree here, and print what it took as JSON."""
    from auditor.audit import audit
    from auditor.settings import Settings

    start = time.process_time()
    report = audit([Path(root)], Settings())
    found = {
        "seconds": time.process_time() - start,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE,
        "lines": report.coverage.lines_read,
        "calls": len(report.calls),
        "workflows": len(report.workflows),
    }
    print(json.dumps(found))


def measured(copies: int) -> dict[str, float]:
    """What an audit of so many copies takes in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        grow(Path(folder), copies)
        command = [sys.executable, __file__, "--measure", folder]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def main(sizes: list[int]) -> None:
    """Print a table, one row for each size."""
    empty = measured(0)
    print(f"empty folder: {empty['seconds']:.2f} s, {empty['megabytes']:.0f} MB")
    print("| copies | lines | calls | workflows | s | s/kLOC | MB | MB/kLOC |")
    print("|---|---|---|---|---|---|---|---|")
    for copies in sizes:
        found = measured(copies)
        thousands = found["lines"] / 1000
        more = found["seconds"] - empty["seconds"]
        wider = found["megabytes"] - empty["megabytes"]
        print(
            f"| {copies} | {found['lines']} | {found['calls']} | {found['workflows']} "
            f"| {found['seconds']:.2f} | {more / thousands:.2f} "
            f"| {found['megabytes']:.0f} | {wider / thousands:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2])
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
