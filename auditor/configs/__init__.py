"""Configuration files: what they say, with the lines on which they say it."""

from __future__ import annotations

from auditor.configs.script_header import script_headers
from auditor.configs.syntaxes import read_config

__all__ = ["read_config", "script_headers"]
