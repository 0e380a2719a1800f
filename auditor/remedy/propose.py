"""The edits for one finding, or why there are none."""

from __future__ import annotations

from collections.abc import Callable

from auditor.model.remedy import Patch, Refusal
from auditor.remedy.bench import SCRIPTS, Bench
from auditor.remedy.let_through import reach_fallback
from auditor.remedy.model_setting import name_once
from auditor.remedy.named_key import CHECKS, name_key
from auditor.remedy.own_key import give_own_key, list_another
from auditor.remedy.own_model import give_own_model
from auditor.remedy.scripts.remedies import REMEDIES as OF_SCRIPTS
from auditor.remedy.source import CannotEdit
from auditor.remedy.timeouts import end_the_wait
from auditor.remedy.ways import add_second_vendor
from auditor.remedy.widen import widen

REMEDIES: dict[str, Callable[[Bench], Patch]] = {
    "hardcoded-model": name_once,
    "narrow-fallback": widen,
    "no-fallback": add_second_vendor,
    "no-timeout": end_the_wait,
    "same-vendor-fallback": list_another,
    "shared-credential": give_own_key,
    "slow-failover": end_the_wait,
    "unreachable-fallback": reach_fallback,
    "wrong-model-fallback": give_own_model,
}
"""What is tried for the findings of a check; for those about scripts there is another table."""


OF_ALL: dict[str, Callable[[Bench], Patch]] = dict.fromkeys(CHECKS, name_key)
"""What is tried whatever the language: edits of files that say how the code is deployed."""


def propose(bench: Bench) -> Patch | Refusal:
    """The edits that ought to close the finding; whether they do, another audit says."""
    own = OF_SCRIPTS if bench.language() == SCRIPTS else REMEDIES
    remedy = own.get(bench.finding.check) or OF_ALL.get(bench.finding.check)
    if remedy is None:
        return Refusal(bench.finding, "no edit of the code alone can close it")
    try:
        return remedy(bench)
    except CannotEdit as error:
        return Refusal(bench.finding, str(error), error.paste)
