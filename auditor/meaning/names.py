"""Names of environment variables: whose key, address or model they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model.catalog import Catalog
from auditor.rulebook.match import Matcher

#: Put before names by build tools and platforms that hand them on.
_CARRIERS = re.compile(
    r"^(?:NEXT_PUBLIC|NUXT_PUBLIC|NUXT|VITE|REACT_APP|EXPO_PUBLIC|GATSBY|PUBLIC|TF_VAR|INPUT)_"
)
_ADDRESS = re.compile(
    r"_(?:BASE_URLS?|BASEURL|API_BASE|API_URL|API_HOST|API_ENDPOINT|ENDPOINT|URL)$"
)
_CREDENTIAL = re.compile(r"_(?:API_KEYS?|APIKEY|KEY|ORG(?:ANIZATION)?(?:_ID)?|CREDENTIALS)$")
_MODEL = re.compile(
    r"_(?:\w+_)?(?:MODEL|MODEL_NAME|MODEL_ID|MODEL_ENGINE|DEPLOYMENT|DEPLOYMENT_NAME|DEPLOYMENT_ID|EMBEDDINGS?(?:_NAME)?)$"
)
_MODEL_INSIDE = re.compile(r"_(?:NAME|ID|MODEL|DEPLOYMENT|DEPLOYMENT_NAME)$")
_SECRET = re.compile(r"KEY|TOKEN|SECRET|PASSW|CREDENTIAL|AUTH|PRIVATE|DSN|COOKIE", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{2,}")
#: Ways in which a text names a variable: ``${NAME}``, ``secrets.NAME``, ``os.environ/NAME`` ...
_REFERENCE = re.compile(
    r"\$\{\{\s*(?:secrets|vars|env)\.(\w+)\s*\}\}"
    r"|\$\{(?:env:|env\.)?(\w+)(?::?[-?=][^}]*|:[^}]*)?\}"
    r"|\$\((\w+)\)|\$env:(\w+)|(?<![\w$])\$\$?([A-Z][A-Z0-9_]+)"
    r"|\bos\.environ/(\w+)|\b(?:process\.env|secrets|vars|env)(?:\.|::)(\w+)"
    r"|\$ENV\{(\w+)\}|\{env:(\w+)\}"
)


@dataclass(frozen=True, slots=True)
class VariableName:
    """What a variable holds, as far as its name tells: ``what`` is a kind of line."""

    what: str
    platform: str


class VariableNames:
    """Looks names up: as the rules list them, and as people vary them."""

    def __init__(self, catalog: Catalog, matcher: Matcher) -> None:
        self._matcher = matcher
        self._listed: dict[str, VariableName] = {}
        for platform in catalog.platforms.values():
            for what, names in (("credential", platform.key_env), ("endpoint", platform.url_env)):
                for name in names:
                    self._listed.setdefault(name, VariableName(what, platform.id))
        self._families = self._families_of()
        self._memo: dict[str, VariableName | None] = {}

    def _families_of(self) -> dict[str, str]:
        """``OPEN_ACME`` for ``OPEN_ACME_API_KEY``; short words are no names."""
        found: dict[str, str] = {}
        for name, known in self._listed.items():
            for pattern in (_CREDENTIAL, _ADDRESS):
                cut = pattern.search(name)
                if cut is not None and cut.start() > 3:
                    found.setdefault(name[: cut.start()], known.platform)
        return found

    def listed(self, name: str) -> VariableName | None:
        """What the rules say of exactly this name."""
        return self._listed.get(name)

    def find(self, name: str) -> VariableName | None:
        """What a variable of that name holds, ``acme-api-key`` spelled with dashes too."""
        if name not in self._memo:
            plain = name.replace("-", "_")
            self._memo[name] = self._find(plain.upper()) if _NAME.fullmatch(plain) else None
        return self._memo[name]

    def _find(self, name: str) -> VariableName | None:
        known = self._listed.get(name)
        if known is not None:
            return known
        bare = _CARRIERS.sub("", name)
        known = self._listed.get(bare) or self._inside(bare)
        if known is not None:
            return known
        for what, pattern in (
            ("endpoint", _ADDRESS),
            ("credential", _CREDENTIAL),
            ("model", _MODEL),
        ):
            cut = pattern.search(bare)
            platform = self._family(bare[: cut.start()]) if cut else None
            if platform is not None:
                return VariableName(what, platform)
        return self._model_inside(bare)

    def _family(self, head: str) -> str | None:
        """The platform whose variables begin like this, words before it aside."""
        words = head.split("_")
        starts = ("_".join(words[start:]) for start in range(len(words)))
        return next((self._families[s] for s in starts if s in self._families), None)

    def _inside(self, name: str) -> VariableName | None:
        """A listed name with words around it, such as ``PROD_ACME_API_KEY``."""
        words = name.split("_")
        for size in range(len(words) - 1, 1, -1):
            for start in range(len(words) - size + 1):
                part = "_".join(words[start : start + size])
                if len(part) > 9 and part in self._listed:
                    return self._listed[part]
        return None

    def _model_inside(self, name: str) -> VariableName | None:
        """``CLOUD_ACME_2_TURBO_NAME`` holds the name under which that model was deployed."""
        cut = _MODEL_INSIDE.search(name)
        head, _, rest = name[: cut.start()].partition("_") if cut else ("", "", "")
        if not rest or head not in self._families:
            return None
        made = self._matcher.vendor_of_model(rest.lower().replace("_", "-"))
        return VariableName("model", self._families[head]) if made else None


def references(text: str) -> Iterator[str]:
    """The names of variables that a text refers to."""
    for found in _REFERENCE.finditer(text):
        yield next(name for name in found.groups() if name)


def may_be_secret(name: str) -> bool:
    """Whether a setting of this name may hold what must not be shown."""
    return _SECRET.search(name) is not None
