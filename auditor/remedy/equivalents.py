"""Which model of another vendor may stand in for one, as a proposal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.model.remedy import Remedies, Tier
from auditor.remedy.source import CannotEdit


def equivalent(remedies: Remedies, model: str, vendor: str) -> str:
    """The vendor's model of the same size.

    Raises ``CannotEdit`` where the rules know none.
    """
    tier = _tier(remedies.tiers, model)
    found = tier.use.get(vendor) if tier else None
    if found is None:
        raise CannotEdit(f"the rules know no model of {vendor} for {model or 'a model'}")
    return found


def _tier(tiers: Sequence[Tier], model: str) -> Tier | None:
    """The first that fits; else the one that says nothing of what it is like."""
    fitting = [tier for tier in tiers if any(re.search(p, model) for p in tier.like)]
    fitting += [tier for tier in tiers if not tier.like]
    return fitting[0] if fitting else None
