"""Where a platform is asked."""

from __future__ import annotations

import re

from auditor.linker.values import Text, Values

#: What a platform may call a place; a hole in an example is none.
_NAME = re.compile(r"[a-z][a-z0-9-]+")


def region_of(values: Values | None) -> str | None:
    """The one region that the code names; where it is deployed another may be set in variables."""
    match values:
        case Values(items=(Text(text=text, env=()) as value,)) if value.known:
            return text if _NAME.fullmatch(text) else None
    return None
