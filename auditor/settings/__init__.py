"""What the user asked for: defaults, then the configuration file, then environment and flags.

The configuration file is ``auditor.toml`` or the ``[tool.auditor]`` table of ``pyproject.toml``,
the nearest one from the scanned root upwards, not above the top of the git repository. Flags and
their ``AUDITOR_...`` twins in the environment are handed in by ``cli/``.
"""

from __future__ import annotations

from auditor.settings.load import Flags, load_settings
from auditor.settings.places import find_git_top, read_small
from auditor.settings.records import (
    USUAL_FAILOVER,
    USUAL_SHARE,
    IgnoreSetting,
    Policy,
    Settings,
    WorkflowSetting,
    WrapperSetting,
    fits,
)

__all__ = [
    "USUAL_FAILOVER",
    "USUAL_SHARE",
    "Flags",
    "IgnoreSetting",
    "Policy",
    "Settings",
    "WorkflowSetting",
    "WrapperSetting",
    "find_git_top",
    "fits",
    "load_settings",
    "read_small",
]
