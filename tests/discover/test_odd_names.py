from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.discover import find_sources
from auditor.discover.read import read_sources
from auditor.settings import Settings

# Anything a file system takes, bytes that are no UTF-8 included.
names = st.binary(min_size=1, max_size=40).filter(
    lambda name: b"/" not in name and b"\0" not in name and name not in (b".", b"..")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(names, st.sampled_from([b"", b".py", b".ipynb"])), max_size=5), names)
def test_no_name_makes_discovery_fail(files, folder):
    with tempfile.TemporaryDirectory() as place:
        root = os.fsencode(place)
        for name, suffix in files:
            for path in (root + b"/" + name + suffix, root + b"/" + folder + b"/" + name + suffix):
                make(path)
        found = find_sources([Path(place)], Settings())
        contents, problems = read_sources(found.files)
        assert not problems
        assert set(contents) == {file.path for file in found.files}
        json.dumps([file.path for file in found.files], ensure_ascii=False).encode("utf-8")


def make(path: bytes) -> None:
    place = Path(os.fsdecode(path))
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"x = 1\n")
    except OSError:  # a name that is too long, or a folder in the file's place
        return


def test_bytes_that_are_no_utf8_are_shown_as_escapes(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.py")).touch()
    (file,) = find_sources([tmp_path], Settings()).files
    assert file.path == "caf\\xe9.py"
    assert Path(file.absolute).exists()
