"""Which variables hold the key of a request, and whose they are."""

from __future__ import annotations

from auditor.linker.values import Text, Values
from auditor.model.catalog import Platform
from auditor.model.credentials import known_names


def variables_of(values: Values | None) -> tuple[str, ...]:
    """The variables of a key; the second of several keys in one variable names it twice."""
    each = [known_names(v.env) for v in (values or Values(())).items if isinstance(v, Text)]
    if len(each) == 1:
        return each[0]
    return tuple(dict.fromkeys(name for env in each for name in env))


def are_own(names: tuple[str, ...], platform: Platform | None) -> bool:
    """Whether all of them are known as variables for a key of the platform."""
    return bool(names) and platform is not None and set(names) <= set(platform.key_env)
