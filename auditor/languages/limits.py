"""How much of a file is kept: bounds that every front end shares."""

from __future__ import annotations

# Beyond this nesting a subtree is flattened, so that neither we nor those who walk our trees
# meet Python's recursion limit. People stop at twenty or so.
MAX_DEPTH = 120

# Enough for any name, address or key; prompts and docstrings are of no interest.
MAX_STRING = 400
