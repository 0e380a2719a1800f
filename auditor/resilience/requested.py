"""What a request asks, as runs tell of it."""

from __future__ import annotations

from auditor.model.behaviour import Ask

#: The call that was made, and whom it asked.
Asked = tuple[str, Ask]
