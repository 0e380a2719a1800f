"""The error tables: how they are read, and which handlers catch which outages."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from auditor.model.behaviour import STATUS_CLASSES
from auditor.model.catalog import Catalog, ErrorTable
from auditor.rulebook.error_match import ErrorMatcher
from auditor.rulebook.errors import ERROR_CLASSES, RAISED_CLASSES
from auditor.rulebook.load import load_catalog
from auditor.rulebook.problems import RuleError
from tests.memory import Dictionary

STATUS = set(STATUS_CLASSES)
ALL = STATUS | {"connect", "timeout"}
#: What a fallback must react to before it counts.
ASKED = {"connect", "timeout", "5xx", "529"}

BASE = """\
    id: base
    sdks: ['*']
    exceptions: {Error: [connect, 429], IoError: []}
    aliases: {old.IoError: IoError}
    """
WIRE = """\
    id: wire
    sdks: []
    status_errors: false
    raises_with: [check]
    quiet_with: [mute]
    exceptions: {wire.Fail: [connect, timeout, 5xx], wire.Slow: [timeout], IoError: [connect]}
    """
ACME = """\
    id: acme
    sdks: [acme]
    passes_through: [wire]
    exceptions:
      acme.Down: [5xx, 529]   # numbers are words here
      wire.Slow: []
    """
SDK = "id: acme\nname: Acme\nvia: vendor-sdk\n"


def write(root: Path, changes: dict[str, str]) -> Path:
    files = {"errors/python/base.yaml": BASE, "errors/python/wire.yaml": WIRE}
    files |= {"errors/python/acme.yaml": ACME, "sdks/python/acme/sdk.yaml": SDK, **changes}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(dedent(text))
    return root


@pytest.fixture(scope="module")
def real() -> Catalog:
    return load_catalog(languages=frozenset({"python"}))


@pytest.fixture(scope="module")
def matcher(real: Catalog) -> ErrorMatcher:
    return ErrorMatcher(real, "python")


def test_a_table_is_read(tmp_path: Path) -> None:
    acme, base, wire = load_catalog(write(tmp_path, {})).errors
    assert acme == ErrorTable(
        id="acme",
        language="python",
        sdks=("acme",),
        exceptions={"acme.Down": frozenset({"5xx", "529"}), "wire.Slow": frozenset()},
        passes_through=("wire",),
    )
    assert (wire.status_errors, wire.raises_with) == (False, ("check",))
    assert wire.quiet_with == ("mute",)
    assert base.aliases == {"old.IoError": "IoError"}


def test_only_tables_of_the_languages_asked_for_are_read(tmp_path: Path) -> None:
    assert not load_catalog(write(tmp_path, {}), frozenset({"ruby"})).errors


def test_a_memory_gives_the_same_tables(tmp_path: Path) -> None:
    root, memory = write(tmp_path, {}), Dictionary()
    first = load_catalog(root, memory=memory)
    assert load_catalog(root, memory=memory) == first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id: acme\nexceptions: {a.B: [conect]}\n", "2: a.B: no error class 'conect' - did you"),
        ("id: acme\nexceptions: {a.B: connect}\n", "2: a.B: expected a list of error classes"),
        ("id: acme\nexceptions: {a.B: [429], a.B: []}\n", "2: key 'a.B' twice"),
        ("id: acme\nsdks: [acne]\n", "2: sdks: no python sdk 'acne' - did you mean 'acme'?"),
        ("id: acme\npasses_through: [wier]\n", "2: passes_through: no python error table 'wier'"),
        ("id: acme\npasses_through: [acme]\n", "2: 'acme' passes through itself"),
        ("id: acme\nplatforms: [x]\n", "2: platforms: no platform 'x'"),
        ("id: acme\nalso: {a: [b]}\n", "2: also: no exception of 'a' is listed"),
        ("id: acme\nstatus_erors: false\n", "2: unknown key 'status_erors' - did you mean"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_catalog(write(tmp_path, {"errors/python/acme.yaml": text}))
    found = caught.value.problems
    assert any(line.startswith(f"errors/python/acme.yaml:{expected}") for line in found), found


def test_what_a_library_lets_through_is_the_wire_alone(tmp_path: Path) -> None:
    small = ErrorMatcher(load_catalog(write(tmp_path, {})), "python")
    assert small.caught(("acme.Down",), "acme") == {"5xx", "529"}
    assert small.caught(("wire.Fail",), "acme") == {"connect", "timeout"}
    assert small.caught(("wire.Slow",), "acme") == set(), "its own table speaks last"
    assert small.caught(("old.IoError",), "acme") == {"connect"}
    assert small.caught(("builtins.Error", "?"), "acme") == {"connect", "429"}
    assert small.caught(("wire.Fail",), "wire") == {"connect", "timeout", "5xx"}
    assert ErrorMatcher(load_catalog(tmp_path), "ruby").caught(("acme.Down",), "acme") == set()


def test_a_type_is_known_by_every_path_of_its_module(tmp_path: Path) -> None:
    text = """\
        id: acme
        sdks: [acme]
        exceptions: {acme.Down: [5xx], acme.Slow: [timeout], acme.core.Slow: [], Down: [429]}
        also: {acme: [acme.core, acme/all]}
        """
    small = ErrorMatcher(load_catalog(write(tmp_path, {"errors/python/acme.yaml": text})), "python")
    assert small.caught(("acme.core.Down",), "acme") == {"5xx"}
    assert small.caught(("acme/all.Slow",), "acme") == {"timeout"}
    assert small.caught(("acme.core.Slow",), "acme") == set(), "what is listed itself goes before"


def test_every_sdk_that_sends_requests_has_a_table(real: Catalog) -> None:
    known = {sdk for table in real.errors for sdk in table.sdks}
    # what runs inside the process, and what only talks to a program beside it; of code that nobody
    # has read nothing is known
    assert {sdk.id for sdk in real.sdks if not sdk.absent} - known == {
        "local-runtimes",
        "stagehand",
    }


def test_a_base_stands_for_all_of_a_handler(real: Catalog, matcher: ErrorMatcher) -> None:
    """Every class a table gives is a known one, and nothing raised is left to Exception alone."""
    for table in real.errors:
        for name, classes in table.exceptions.items():
            assert classes <= set(ERROR_CLASSES), (table.id, name)
            assert "slow" not in classes, (table.id, name)
        for sdk in set(table.sdks) - {"*"}:
            assert matcher.caught(("Exception",), sdk) == RAISED_CLASSES


@pytest.mark.parametrize("types", [(), ("Exception",), ("builtins.Exception",), ("BaseException",)])
@pytest.mark.parametrize("sdk", ["openai", "http", "requests", "no-such-sdk"])
def test_a_broad_handler_catches_all_that_is_raised(
    matcher: ErrorMatcher, types: tuple[str, ...], sdk: str
) -> None:
    caught = matcher.caught(types, sdk)
    assert caught == RAISED_CLASSES
    assert caught == set(ERROR_CLASSES) - {"slow", "error-in-answer"}


@pytest.mark.parametrize(
    ("sdk", "types", "expected"),
    [
        ("openai", "openai.APIError", ALL),
        ("openai", "openai.RateLimitError", {"429"}),
        ("openai", "openai.APIConnectionError", {"connect", "timeout"}),
        ("openai", "openai.RateLimitError openai.APITimeoutError", {"429", "timeout"}),
        ("openai", "openai.InternalServerError", {"5xx", "529"}),
        ("openai", "openai.error.Timeout", {"timeout"}),
        ("openai", "anthropic.APIError", set()),
        ("openai", "httpx.ConnectError OSError TimeoutError", set()),
        ("openai", "?", set()),
        ("openai", "tenacity.RetryError", ALL),
        ("anthropic", "anthropic.InternalServerError", {"5xx"}),
        ("anthropic", "anthropic.InternalServerError anthropic._exceptions.OverloadedError",
         {"5xx", "529"}),
        ("anthropic", "anthropic.APIStatusError", STATUS),
        ("google-genai", "google.genai.errors.APIError", STATUS),
        ("google-genai", "google.genai.errors.APIError httpx.HTTPError", ALL),
        ("google-genai", "google.genai.errors.APIError httpx.HTTPStatusError", STATUS),
        ("google-genai", "OSError", set()),
        ("google-cloud-aiplatform", "google.api_core.exceptions.ServiceUnavailable",
         {"connect", "529"}),
        ("google-generativeai", "google.api_core.exceptions.ServiceUnavailable", set()),
        ("google-generativeai", "google.api_core.exceptions.GoogleAPIError", ALL),
        ("mistralai", "mistralai.models.SDKError", STATUS),
        ("cohere", "cohere.core.api_error.ApiError httpx.TransportError", ALL),
        ("boto3", "botocore.exceptions.ClientError", STATUS),
        ("boto3", "botocore.exceptions.BotoCoreError", {"connect", "timeout"}),
        ("ollama", "ollama.ResponseError", STATUS),
        ("ollama", "ConnectionError", {"connect"}),
        ("ollama", "httpx.HTTPError", {"timeout"}),
        ("huggingface-hub", "httpx.HTTPError", ALL),
        ("litellm", "openai.APIError", ALL),
        ("litellm", "litellm.exceptions.RateLimitError litellm.Timeout", {"429", "timeout"}),
        ("litellm", "litellm.APIConnectionError", set()),
        ("instructor", "instructor.exceptions.InstructorRetryException", ALL),
        ("instructor", "openai.APIError", set()),
        ("pydantic-ai", "pydantic_ai.exceptions.ModelHTTPError", STATUS),
        ("pydantic-ai", "pydantic_ai.ModelAPIError", ALL),
        ("openai-agents", "openai.APIConnectionError", {"connect", "timeout"}),
        ("openai-agents", "agents.exceptions.AgentsException", set()),
        ("crewai", "openai.APIConnectionError", set()),
        ("portkey-ai", "openai.APIError", set()),
        ("requests", "requests.exceptions.RequestException", ALL),
        ("requests", "OSError", ALL),
        ("requests", "requests.Timeout", {"timeout"}),
        ("httpx", "OSError TimeoutError", set()),
        ("aiohttp", "aiohttp.ClientError", STATUS | {"connect"}),
        ("aiohttp", "aiohttp.ClientError asyncio.TimeoutError", ALL),
        ("urllib", "urllib.error.URLError", STATUS | {"connect"}),
        ("urllib", "urllib.error.URLError socket.timeout", ALL),
        ("http", "requests.RequestException", ALL),
        ("http", "httpx.HTTPError requests.Timeout", {"timeout"}),
        ("http", "httpx.HTTPError requests.RequestException", ALL),
        ("http", "requests.Timeout OSError", ALL),
        ("http", "OSError", set()),
        ("xai-sdk", "grpc.RpcError", ALL),
        ("claude-agent-sdk", "claude_agent_sdk.ProcessError", ALL),
        ("openai", "ValueError KeyError IndexError TypeError AttributeError RuntimeError", set()),
    ],
)  # fmt: skip
def test_what_a_handler_catches(
    matcher: ErrorMatcher, sdk: str, types: str, expected: set[str]
) -> None:
    assert matcher.caught(tuple(types.split()), sdk) == expected


@pytest.mark.parametrize(
    ("sdk", "platform", "types", "expected"),
    [
        ("langchain-openai", "groq", "openai.APIError", ALL),
        ("langchain", None, "openai.APIError", ALL),
        ("langchain", "openai-api", "openai.APIError", ALL),
        ("langchain", "anthropic-api", "openai.APIError", set()),
        ("langchain", "anthropic-api", "anthropic.APIError", ALL),
        ("langchain", "anthropic-api", "langchain_core.exceptions.ModelError", ALL),
        ("langchain", "google-vertex", "langchain_core.exceptions.ModelError", STATUS),
        ("langchain", None, "langchain_core.exceptions.ModelError", STATUS),
        ("langgraph", "aws-bedrock", "botocore.exceptions.ClientError", STATUS),
        ("langchain", "mistral-api", "openai.APIError", set()),
        ("langchain-google", "google-ai-studio", "google.genai.errors.ServerError", {"5xx", "529"}),
        ("llama-index-models", "mistral-api", "mistralai.models.SDKError httpx.HTTPError", ALL),
    ],
)
def test_a_framework_lets_through_what_the_platforms_own_library_raises(
    matcher: ErrorMatcher, sdk: str, platform: str | None, types: str, expected: set[str]
) -> None:
    assert matcher.caught(tuple(types.split()), sdk, platform) == expected


def test_a_handler_for_rate_limits_is_not_outage_cover(matcher: ErrorMatcher) -> None:
    for sdk, name in (("openai", "openai.RateLimitError"), ("groq", "groq.RateLimitError")):
        assert not matcher.caught((name,), sdk) & ASKED


@pytest.mark.parametrize(
    ("sdk", "called", "expected"),
    [
        ("openai", (), RAISED_CLASSES),
        ("urllib", (), RAISED_CLASSES),
        ("requests", (), RAISED_CLASSES - STATUS_CLASSES),
        ("requests", ("json", "raise_for_status"), RAISED_CLASSES),
        ("http", (), RAISED_CLASSES - STATUS_CLASSES),
        ("http", ("raise_for_status",), RAISED_CLASSES),
        ("http-client", ("raise_for_status",), RAISED_CLASSES - STATUS_CLASSES),
        ("dashscope", ("raise_for_status",), RAISED_CLASSES - STATUS_CLASSES),
        ("no-such-sdk", (), RAISED_CLASSES),
    ],
)
def test_what_becomes_an_exception_at_all(
    matcher: ErrorMatcher, sdk: str, called: tuple[str, ...], expected: frozenset[str]
) -> None:
    assert matcher.raised(sdk, called) == expected
