"""What is tried for the findings of a check about scripts."""

from __future__ import annotations

from collections.abc import Callable

from auditor.model.remedy import Patch
from auditor.remedy.bench import Bench
from auditor.remedy.scripts.let_through import reach_fallback
from auditor.remedy.scripts.model_setting import name_once
from auditor.remedy.scripts.own_model import give_own_model
from auditor.remedy.scripts.timeouts import end_the_wait
from auditor.remedy.scripts.ways import add_second_vendor
from auditor.remedy.scripts.widen import widen

REMEDIES: dict[str, Callable[[Bench], Patch]] = {
    "hardcoded-model": name_once,
    "narrow-fallback": widen,
    "no-fallback": add_second_vendor,
    "no-timeout": end_the_wait,
    "slow-failover": end_the_wait,
    "unreachable-fallback": reach_fallback,
    "wrong-model-fallback": give_own_model,
}
