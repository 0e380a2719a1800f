"""Paths become the files worth reading; nothing is left out without a reason on record.

``find_sources`` walks, ``read_tree`` reads too, ``select`` (in ``prefilter``) keeps the files that
can matter, ``read_revision`` and ``read_prefix`` say which commit they are from, and
where in it they lie.
"""

from __future__ import annotations

from auditor.discover.read import Sources, read_tree
from auditor.discover.revision import read_prefix, read_revision
from auditor.discover.roots import root_of
from auditor.discover.walk import Discovery, find_sources

__all__ = [
    "Discovery",
    "Sources",
    "find_sources",
    "read_prefix",
    "read_revision",
    "read_tree",
    "root_of",
]
