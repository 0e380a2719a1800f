"""Where a repository's files are: a folder that is there, or a clone made for the audit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from auditor.configs.fleet_list import is_address, without_user
from auditor.model.errors import AuditorError
from auditor.model.fleet import Repository

_SCHEMES = ("https", "http", "ssh", "git", "file")
_ADDRESS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*)://", re.IGNORECASE)
#: A clone asks nobody for a password, runs no hook, and follows no transport that runs a program.
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_LFS_SKIP_SMUDGE": "1", "GIT_SSH_VARIANT": "ssh"}
_CAREFUL = ("-c", "protocol.ext.allow=never", "-c", f"core.hooksPath={os.devnull}")


@contextmanager
def folder_of(repository: Repository, seconds: float | None) -> Iterator[Path]:
    """The folder with the repository's files; a clone is gone afterwards.

    Raises ``AuditorError`` where there is none, or no clone can be had within ``seconds``.
    """
    if not is_address(repository.source):
        folder = Path(repository.source)
        if not folder.is_dir():
            raise AuditorError(f"{repository.source} is no folder")
        yield folder
        return
    parent = Path(tempfile.mkdtemp(prefix="auditor-fleet-"))
    try:
        yield _clone(repository, parent / "repository", seconds)
    finally:
        shutil.rmtree(parent, ignore_errors=True)


def _clone(repository: Repository, folder: Path, seconds: float | None) -> Path:
    source = repository.source
    scheme = _ADDRESS.match(source)
    if scheme and scheme["scheme"].lower() not in _SCHEMES:
        raise AuditorError(f"{without_user(source)} cannot be cloned: use {', '.join(_SCHEMES)}")
    branch = ("--branch", repository.ref) if repository.ref else ()
    command = ["git", *_CAREFUL, "clone", "--quiet", "--depth", "1", "--no-tags", *branch]
    try:
        subprocess.run(
            [*command, "--", source, str(folder)],
            env={**os.environ, **_QUIET},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=True,
        )
    except FileNotFoundError as error:
        raise AuditorError("git is not installed, so nothing can be cloned") from error
    except subprocess.TimeoutExpired as error:
        raise AuditorError(f"git clone took longer than {seconds:g} s") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        last = without_user(said[-1]) if said else f"exit code {error.returncode}"
        raise AuditorError(f"git clone failed: {last}") from error
    return folder
