"""Paths become the files worth reading; nothing is left out without a reason on record.

``find_sources`` walks, ``read_sources`` reads, ``select`` (in ``prefilter``) keeps the files that
can matter, ``read_revision`` says which commit they are from.
"""

from __future__ import annotations

from auditor.discover.read import read_sources
from auditor.discover.revision import read_revision
from auditor.discover.roots import root_of
from auditor.discover.walk import Discovery, find_sources

__all__ = ["Discovery", "find_sources", "read_revision", "read_sources", "root_of"]
