"""Whether the loss of a fault domain takes a request down: yes, no, or nobody can say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from auditor.model.behaviour import Attempt, Request
from auditor.model.catalog import Platform, Role

#: Kinds of fault domains that a request may need.
KINDS = (
    "vendor", "platform", "gateway", "model", "region", "infra", "credential", "auth", "sdk",
)  # fmt: skip
Maker = Callable[[str], str | None]

# What platforms write behind a model's id: a date, a version of their own, a tag.
_VERSION = r"(?:$|-\d{8}|-\d{4}-\d{2}-\d{2}|-v\d|-latest|:)"
_DATE = re.compile(r"-(?:\d{8}|\d{4}-\d{2}-\d{2})$")


class Hits:
    """Answers for one catalogue. ``maker`` gives the vendor of a model id."""

    def __init__(self, platforms: Mapping[str, Platform], maker: Maker) -> None:
        self._platforms = platforms
        self._maker = maker

    def any_of(self, domains: Iterable[str], request: Request, attempt: Attempt) -> bool | None:
        """Whether any of the domains, all lost at once, takes the attempt down."""
        found = [self.one(domain, request, attempt) for domain in domains]
        if True in found:
            return True
        return None if None in found else False

    def one(self, domain: str, request: Request, attempt: Attempt) -> bool | None:
        """Whether the attempt needs the domain; None where too little is known of the attempt."""
        kind, _, name = domain.partition(":")
        match kind:
            case "vendor":
                return self._vendor(name, attempt)
            case "platform":
                return _known(attempt.platform, name)
            case "gateway":
                return name in attempt.gateways
            case "model":
                return self._model(name, attempt)
            case "region":
                return _region(name, attempt)
            case "infra":
                return self._infra(name, attempt)
            case "credential":
                return name in attempt.credentials
            case "sdk":
                return name == request.sdk
            case "auth":
                return _signs_in(name, request, attempt)
            case _:
                return False

    def _vendor(self, name: str, attempt: Attempt) -> bool | None:
        """Weights that anybody may serve outlive their maker; so do those on a server at hand."""
        if attempt.open_weights:
            return False
        platform = self._platforms.get(attempt.platform or "")
        if attempt.vendor is None and platform is not None and platform.role is Role.LOCAL:
            return False
        return _known(attempt.vendor, name)

    def _model(self, name: str, attempt: Attempt) -> bool | None:
        """A name without a date may stand for any dated one, so for the lost one too."""
        if attempt.model is None:
            maker = self._maker(name)
            other_maker = maker is not None and _known(attempt.vendor, maker) is False
            return False if other_maker else None
        asked, lost = _spelled(attempt.model), _spelled(name)
        if _names(lost, asked):
            return True
        family = _DATE.sub("", lost)
        return (
            None
            if family != lost and re.search(_whole(family) + r"(?:-latest)?$", asked)
            else False
        )

    def _infra(self, name: str, attempt: Attempt) -> bool | None:
        named = (attempt.platform or "", *attempt.gateways)
        if any(name in self._platforms[p].infra for p in named if p in self._platforms):
            return True
        return None if attempt.platform is None else False


def _signs_in(name: str, request: Request, attempt: Attempt) -> bool | None:
    """An agent may sign in with a person's account; a key of its own needs no login."""
    maker = name.removesuffix("-login")
    if request.kind != "agent" or attempt.credentials or attempt.vendor not in (maker, None):
        return False
    return None


def _known(have: str | None, lost: str | None) -> bool | None:
    return None if have is None else have == lost


def _region(name: str, attempt: Attempt) -> bool | None:
    platform, _, region = name.partition("/")
    on_it = _known(attempt.platform, platform)
    return on_it and _known(attempt.region, region)


def _names(model: str, asked: str) -> bool:
    """Whether ``asked`` is the model, as any platform spells it, or a dated version of it."""
    return re.search(_whole(model) + _VERSION, asked) is not None


def _whole(model: str) -> str:
    return rf"(?<![a-z0-9]){re.escape(model)}"


def _spelled(model: str) -> str:
    return model.lower().replace("@", "-")
