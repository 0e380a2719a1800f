"""The tree of an earlier commit, written to a folder: objects are read, nothing is checked out.

Git is run for this, to see whether anything is changed, and for nothing else. It fetches nothing,
and no hook or filter of the repository has a part in it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from auditor.model.errors import AuditorError
from auditor.settings import find_git_top

#: Larger files are not read in the present tree either.
LARGEST = 2_000_000


class _Blob(NamedTuple):
    identity: bytes
    path: str


@contextmanager
def earlier_tree(root: Path, ref: str) -> Iterator[Path]:
    """A folder that stands for the top of the repository around ``root``, as it was at ``ref``.

    Below it lies only what ``root`` holds. It is gone when the context ends.
    """
    top = find_git_top(root)
    if top is None:
        raise AuditorError(f"{root} is in no git repository", hint="--since needs its history")
    tree = run_git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{tree}}")
    if tree is None:
        raise AuditorError(
            f"git knows no {ref!r} here", hint="a shallow clone lacks it: fetch more history"
        )
    inner = root.resolve().relative_to(top).as_posix()
    folder = Path(tempfile.mkdtemp(prefix="auditor-"))
    try:
        _write(top, tree.decode().strip(), inner, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(top: Path, tree: str, inner: str, folder: Path) -> None:
    blobs = _blobs(top, tree, inner)
    wanted = b"".join(blob.identity + b"\n" for blob in blobs)
    data = run_git(top, "cat-file", "--batch", given=wanted)
    if data is None:
        raise AuditorError("git could not read the files of the earlier commit")
    place = 0
    for blob in blobs:
        end = data.index(b"\n", place)
        head = data[place:end].split()
        if len(head) != 3:  # the object is missing, as in a partial clone
            raise AuditorError(
                f"git has no copy of the earlier {blob.path}", hint="fetch the whole history"
            )
        size = int(head[2])
        target = folder / blob.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data[end + 1 : end + 1 + size])
        place = end + 1 + size + 1


def _blobs(top: Path, tree: str, inner: str) -> list[_Blob]:
    """Plain files below ``inner`` that are small enough; no links, no submodules."""
    where = [] if inner == "." else ["--", inner]
    listed = run_git(top, "ls-tree", "-r", "-l", "-z", tree, *where) or b""
    found = []
    for line in listed.split(b"\0"):
        head, _, name = line.partition(b"\t")
        fields = head.split()
        if len(fields) != 4 or fields[0] not in (b"100644", b"100755"):
            continue
        path = os.fsdecode(name)
        odd = {"..", ".git"} & set(PurePosixPath(path).parts) or path.startswith("/")
        if not odd and int(fields[3]) <= LARGEST:
            found.append(_Blob(fields[2], path))
    return found


def run_git(top: Path, *args: str, given: bytes = b"") -> bytes | None:
    """What git prints, None where it fails."""
    program = shutil.which("git")
    if program is None:
        raise AuditorError("git is not installed", hint="--since needs it to read the history")
    quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    done = subprocess.run(
        [program, "-C", str(top), "-c", "core.fsmonitor=false", *args],
        input=given,
        capture_output=True,
        env={**os.environ, **quiet},
        check=False,
    )
    return done.stdout if done.returncode == 0 else None
