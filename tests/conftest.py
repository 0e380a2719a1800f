"""For all tests: what one run leaves in the user's cache must not decide another."""

from __future__ import annotations

import os

os.environ["AUDITOR_NO_CACHE"] = "1"
