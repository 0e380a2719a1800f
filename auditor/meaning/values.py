"""What one setting names: an address, a model or a credential, by its key and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.meaning.addresses import host_and_path, is_url
from auditor.meaning.names import VariableName, VariableNames, references
from auditor.model.catalog import Catalog, Platform, Role
from auditor.model.config import HOLE
from auditor.rulebook.hosts import HostMatch
from auditor.rulebook.match import Matcher, ModelRef

_HOST = re.compile(r"(?:[\w*-]+\.)+[a-z]{2,}(?::\d+)?|localhost:\d+|[\w-]+:\d{2,5}", re.IGNORECASE)
_MODEL_KEY = re.compile(
    r"(?:^|[_.-])(?:model|model_?name|model_?id|modelname|modelid|deployment(?:_?name|_?id)?|"
    r"foundation_?model|embedding_?model|embeddings?_?name|llm|engine|default_?model|"
    r"(?:\w+_?)?model(?:_?(?:name|id|arn|string))?)$",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ASKING = re.compile(r"llm|(?:^|[_.-])ai(?:[_.-]|$)|model|chat|completion|embed|inference")
_BASE = re.compile(r"(?:base|api|upstream)_?(?:url|base|uri)$|endpoint$")
#: Keys that speak about models without choosing one.
_TALK = re.compile(
    r"example|description|title|label|help|placeholder|comment|summary|note|tooltip|homepage|docs?"
    r"|documentation|link|image|icon|logo|author|license|changelog|messages?|prompt|text|content",
    re.IGNORECASE,
)
_LONGEST = 300
#: Below it, ports are given to anything that is being developed.
_RARE = 10_000
#: A text that can only be the name of a variable.
_UPPER = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
#: How shells, compose and Spring write a variable with a value that holds if nobody sets it.
_DEFAULT = re.compile(r"\$\{[^${}:=]+(?::[-=]?|=)([^{}]*)\}")
#: How Terraform points at a value that stands elsewhere.
_POINTS = re.compile(r"(?:local|var|module|data|each)\.[\w.\[\]]+")
#: What an id of a model looks like that stands by itself: words with a number or a dash.
_MODEL_ID = re.compile(r"(?=.*[\d-])[\w.@:+/-]{2,100}")


@dataclass(frozen=True, slots=True)
class Named:
    """What a setting names; ``what`` is a kind of line."""

    what: str
    vendor: str | None = None
    platform: str | None = None
    model: str | None = None
    key: str | None = None


class ValueReader:
    """Reads single settings with the look-ups of one catalogue."""

    def __init__(self, catalog: Catalog, matcher: Matcher, names: VariableNames) -> None:
        self.matcher = matcher
        self._services = dict(_services(catalog))
        self.names = names
        self.constants = {name: text for sdk in catalog.sdks for name, text in sdk.constants}
        self.makers = frozenset(_makers(catalog))
        self._serves = {p.id: p.serves for p in catalog.platforms.values()}

    def read(self, key: str, text: str | None) -> Named | None:
        """What ``key: text`` names, None where it names nobody that the rules know."""
        by_key = self.names.find(key)
        if by_key is not None:
            return self._by_variable(key, shipped(text), by_key.what, by_key.platform)
        if text is None or len(text) > _LONGEST or "\n" in text or is_talk(key):
            return None
        by_name = self.names.listed(text) or (
            self.names.find(text) if _UPPER.fullmatch(text) else None
        )
        if by_name is not None:
            return self.variable(text, by_name)
        said = self._by_reference(text)
        text = shipped(text) or text
        return said or self.address(key, text) or self.model(key, text)

    def variable(self, name: str, known: VariableName) -> Named:
        """A variable that is spoken of by its name alone."""
        return Named(known.what, self._serves.get(known.platform), known.platform, key=name)

    def service(self, word: str) -> Named | None:
        """The platform that a library's constructor is told by this word, such as a service."""
        platform = self._services.get(word)
        return (
            Named("endpoint", self._serves.get(platform), platform, key=word) if platform else None
        )

    def provider(self, name: str, key: str, what: str = "gateway-route") -> Named | None:
        """The provider that a setting chooses or turns on: ``USE_ACME`` for ``ACME``."""
        platform = self.matcher.platform_of_provider(name)
        return Named(what, platform.serves, platform.id, None, key) if platform else None

    def is_base(self, key: str) -> bool:
        """Whether a key says that its text is the address that requests begin with."""
        return _BASE.search(_snake(key)) is not None

    def _by_variable(self, key: str, text: str | None, what: str, platform: str) -> Named:
        """The name of a variable says whose it is, unless its value says otherwise."""
        said = self.address(key, text, certain=True) if what == "endpoint" and text else None
        if said is not None:
            return Named("endpoint", said.vendor, said.platform, key=key)
        ref = self.matcher.read_model(text) if what == "model" and text else ModelRef()
        model = text if what == "model" and text and len(text) < _LONGEST else None
        return Named(
            what, ref.vendor or self._serves.get(platform), ref.platform or platform, model, key
        )

    def _by_reference(self, text: str) -> Named | None:
        for name in references(text):
            known = self.names.find(name)
            if known is not None:
                return Named(
                    known.what, self._serves.get(known.platform), known.platform, None, name
                )
        return None

    def address(
        self, key: str, text: str, certain: bool = False, anything: bool = False
    ) -> Named | None:
        """The platform at an address; ``certain`` where the setting is known to hold one.

        With ``anything`` so are addresses of a platform's own host that ask no model.
        """
        if not (certain or is_url(text) or _HOST.fullmatch(text.strip())):
            return None
        host, path = host_and_path(text)
        match = self.matcher.platform_of_host(host.replace("*", HOLE))
        if match is None:
            return None
        own = anything and (not match.shared or self.matcher.is_not_endpoint(path, match.platform))
        if not (certain or own or self._counts(match, host, path, key)):
            return None
        platform = match.platform
        return Named("endpoint", platform.serves, platform.id, None, key)

    def _counts(self, match: HostMatch, host: str, path: str, key: str) -> bool:
        """Whether an address of that platform is one of models: other things may live there."""
        if not match.shared:
            return not self.matcher.is_not_endpoint(path, match.platform)
        asks = self.matcher.endpoint_of_path(path, match.platform, near=True) is not None
        near = match.platform.role is not Role.PLATFORM
        named = near and _is_named_for(match.platform, host)
        base = bool(_BASE.search(_snake(key)))
        compatible = base and (path.rstrip("/").endswith("/v1") or _has_rare_port(host))
        return asks or named or (near and (compatible or bool(_ASKING.search(_snake(key)))))

    def model(self, key: str, text: str, grammar: str | None = None) -> Named | None:
        """The model that a setting whose key speaks of models names."""
        if not _MODEL_KEY.search(_snake(key)) or not _is_word(text) or _POINTS.fullmatch(text):
            return None
        ref = self.matcher.read_model(
            text, grammar or ("provider-model" if "/" in text or ":" in text else None)
        )
        if ref.vendor is None:
            return None
        return Named("model", ref.vendor, ref.platform, text, key)

    def offered(self, text: str) -> Named | None:
        """The model that a text names by itself: one of those that a program lets people choose."""
        if not _is_word(text) or not _MODEL_ID.fullmatch(text):
            return None
        ref = self.matcher.read_model(text, "provider-model" if "/" in text else None)
        return Named("model", ref.vendor, ref.platform, text) if ref.vendor is not None else None


def _makers(catalog: Catalog) -> Iterator[str]:
    """The functions of libraries that make a model of the first thing they are given, its id."""
    for made in (made for sdk in catalog.sdks for made in sdk.objects):
        if made.target.model is not None and 0 in made.target.model.args:
            yield from made.make


def _services(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Words of two parts with which constructors of libraries choose a platform."""
    for sdk in catalog.sdks:
        for made in sdk.objects:
            if made.when is not None and made.target.platform:
                words = (word for word in made.when.equals if "-" in word)
                yield from ((word, made.target.platform) for word in words)


def shipped(text: str | None) -> str | None:
    """``acme-2`` for ``${MODEL:-acme-2}``: what holds unless somebody sets the variable."""
    found = _DEFAULT.fullmatch(text) if text else None
    return found[1] or text if found else text


def is_talk(key: str) -> bool:
    """Whether a key says that its text is for readers, not for a program."""
    return _TALK.fullmatch(_snake(key).rpartition("_")[2]) is not None


def _is_word(text: str) -> bool:
    return bool(text) and not re.search(r"\s", text) and len(text) < 120 and HOLE not in text


def _has_rare_port(host: str) -> bool:
    """Whether the port is none that all kinds of servers are given."""
    port = host.rpartition(":")[2]
    return port.isdecimal() and int(port) >= _RARE


def _is_named_for(platform: Platform, host: str) -> bool:
    """Whether the host's own name, not only its port, says what runs there."""
    name = host.split(":")[0].split(".")[0].lower()
    return any(
        name == shown.lower() or ("{" in shown and _part(shown) in name)
        for shown in platform.shared_hosts
        if "localhost" not in platform.shared_hosts
    )


def _part(pattern: str) -> str:
    return max(re.split(r"\{[^}]*\}", pattern.lower()), key=len)


def _snake(key: str) -> str:
    return _CAMEL.sub("_", key).lower()
