"""What a program reads out of settings files of its own counts as shipped, and may be changed."""

from __future__ import annotations

import pytest

from auditor.model.report import AuditReport
from tests.linker.reading import AuditTree, Target, anthropic, openai, target, workflow

_SETTINGS = '{"llm": {"model": "claude-sonnet-4-5", "api_key": "sk-ant-abc"}, "debug": false}'
_ASK = """
completion(model=settings["llm"]["model"], messages=[])
"""
_PLAIN = """
import json
from litellm import completion
settings = json.load(open("settings.json"))
"""


def _only(report: AuditReport) -> Target:
    (call,) = report.calls
    return target(call)


@pytest.mark.parametrize(
    "read",
    [
        'settings = json.load(open("settings.json"))',
        'with open("settings.json", encoding="utf-8") as file:\n    settings = json.load(file)',
        'with open("settings.json") as file:\n    settings = json.loads(file.read())',
        'settings = json.loads(Path("settings.json").read_text())',
        'settings = json.loads((Path(__file__).parent / "settings.json").read_text("utf-8"))',
        'with (Path(__file__).resolve().parent / "settings.json").open() as file:\n'
        "    settings = json.load(file)",
        "HERE = os.path.dirname(os.path.abspath(__file__))\n"
        'with open(os.path.join(HERE, "settings.json")) as file:\n    settings = json.load(file)',
        'def load(path="settings.json"):\n    with open(path) as file:\n'
        "        return json.load(file)\n\nsettings = load()",
    ],
)
def test_a_file_is_read_however_python_opens_it(audit_tree: AuditTree, read: str) -> None:
    start = "import json\nimport os\nfrom pathlib import Path\nfrom litellm import completion\n"
    report = audit_tree({"settings.json": _SETTINGS, "app.py": f"{start}\n{read}\n{_ASK}"})
    assert _only(report) == anthropic("claude-sonnet-4-5", dynamic=True)


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("conf/app.yaml", "llm:\n  model: claude-sonnet-4-5\n", "yaml.safe_load"),
        ("conf/app.yml", "llm: {model: claude-sonnet-4-5}\n", "yaml.full_load"),
        ("conf/app.toml", '[llm]\nmodel = "claude-sonnet-4-5"\n', "tomllib.load"),
    ],
)
def test_yaml_and_toml_are_read_too(audit_tree: AuditTree, name: str, text: str, read: str) -> None:
    start = f"import yaml\nimport tomllib\nfrom litellm import completion\n\nNAME = '{name}'\n"
    code = f"{start}with open(NAME, 'rb') as file:\n    settings = {read}(file)\n{_ASK}"
    report = audit_tree({name: text, "app.py": code})
    assert _only(report) == anthropic("claude-sonnet-4-5", dynamic=True)


def test_an_address_in_the_file_says_which_platform_is_asked(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "config.json": '{"llm": {"base_url": "https://api.groq.com/openai/v1"}}',
            "app.py": """
                import json

                from openai import OpenAI


                class Bot:
                    def __init__(self):
                        with open("config.json") as file:
                            self.config = json.load(file)
                        llm = self.config.get("llm", {})
                        self.client = OpenAI(base_url=llm.get("base_url"))

                    def ask(self, text):
                        return self.client.chat.completions.create(model="llama-3", messages=[])


                Bot().ask("x")
            """,
        }
    )
    assert _only(report).platforms == ("groq",)


@pytest.mark.parametrize(
    "read",
    [
        "import settings from './settings.json'",
        "import settings from './settings.json' with { type: 'json' }",
        "const settings = require('./settings.json')",
        "import fs from 'fs'\n"
        "const settings = JSON.parse(fs.readFileSync('./settings.json', 'utf8'))",
        "import { readFileSync } from 'node:fs'\nimport path from 'node:path'\n"
        "const file = path.join(__dirname, 'settings.json')\n"
        "const settings = JSON.parse(readFileSync(file).toString())",
    ],
)
def test_a_file_is_read_however_a_script_opens_it(audit_tree: AuditTree, read: str) -> None:
    code = f"""import OpenAI from 'openai'
{read}
const client = new OpenAI()
await client.chat.completions.create({{ model: settings.llm.model, messages: [] }})
"""
    settings = '{"llm": {"model": "gpt-4o-mini"}}'
    report = audit_tree({"package.json": "{}", "settings.json": settings, "app.js": code})
    assert _only(report).models == ("gpt-4o-mini",)


@pytest.mark.parametrize(
    "path",
    [
        '"/etc/app/settings.json"',
        '"~/.config/app/settings.json"',
        'os.path.join(os.path.expanduser("~"), "settings.json")',
        '"other.json"',
        "sys.argv[1]",
        'Path.home() / ".app" / "settings.json"',
    ],
)
def test_a_file_from_elsewhere_is_not_taken_for_one_of_the_tree(
    audit_tree: AuditTree, path: str
) -> None:
    start = "import json, os, sys\nfrom pathlib import Path\nfrom litellm import completion\n"
    code = f"{start}\nsettings = json.load(open({path}))\n{_ASK}"
    report = audit_tree({"sub/settings.json": _SETTINGS, "app.py": code})
    assert _only(report) == Target((), (), (), True)


def test_of_two_files_equally_near_none_is_believed(audit_tree: AuditTree) -> None:
    files = {"a/settings.json": _SETTINGS, "b/settings.json": _SETTINGS.replace("sonnet", "opus")}
    code = f"{_PLAIN}{_ASK}"
    assert _only(audit_tree({**files, "app.py": code})) == Target((), (), (), True)


def test_an_example_stands_for_the_file_that_is_copied_from_it(audit_tree: AuditTree) -> None:
    code = f"{_PLAIN}{_ASK}"
    report = audit_tree({"settings.json.example": _SETTINGS, "app.py": code})
    assert _only(report) == anthropic("claude-sonnet-4-5", dynamic=True)


def test_a_setting_that_chooses_the_vendor_hides_none(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "settings.json": '{"provider": "openai"}',
            "app.py": """
                import json

                from anthropic import Anthropic
                from openai import OpenAI

                settings = json.load(open("settings.json"))


                def ask(text):
                    if settings["provider"] == "openai":
                        return OpenAI().chat.completions.create(model="gpt-4o", messages=[])
                    return Anthropic().messages.create(model="claude-3-5-haiku")


                if __name__ == "__main__":
                    ask("x")
            """,
        }
    )
    assert sorted(target(c).vendors for c in report.calls) == [("anthropic",), ("openai",)]
    assert workflow(report, "python app.py").on_loss["openai"] == "stops"


def test_a_key_that_the_file_lacks_leaves_its_branch_open(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "settings.json": '{"model": "gpt-4o"}',
            "app.py": """
                import json

                from anthropic import Anthropic
                from openai import OpenAI

                settings = json.load(open("settings.json"))


                def ask(text):
                    try:
                        return OpenAI().chat.completions.create(model=settings["model"])
                    except Exception:
                        if settings.get("spare"):
                            return Anthropic().messages.create(model="claude-3-5-haiku")
                        raise


                if __name__ == "__main__":
                    ask("x")
            """,
        }
    )
    first, second = report.calls
    assert (target(first), target(second).vendors) == (openai("gpt-4o"), ("anthropic",))
    assert first.verdict != "cross-vendor"


_TWO = """{"providers": [
  {"url": "https://api.openai.com/v1/chat/completions", "model": "gpt-4o", "on": true},
  {"url": "https://api.groq.com/openai/v1/chat/completions", "model": "llama-3.1-8b", "on": true}
]}"""
_EACH = """
    import json

    import requests

    settings = json.load(open("providers.json"))


    def ask(text):
        for provider in PROVIDERS:
            SKIP
            try:
                body = {"model": provider["model"], "messages": [{"role": "user", "content": text}]}
                answer = requests.post(provider["url"], json=body, timeout=9)
                answer.raise_for_status()
                return answer.json()
            except requests.RequestException as error:
                last = error
        raise last


    if __name__ == "__main__":
        ask("x")
"""


def _each(providers: str = 'settings["providers"]', skip: str = "last = None") -> str:
    return _EACH.replace("PROVIDERS", providers).replace("SKIP", skip)


def test_providers_of_a_file_are_asked_one_after_another(audit_tree: AuditTree) -> None:
    report = audit_tree({"providers.json": _TWO, "app.py": _each()})
    (call,) = report.calls
    assert (call.verdict, target(call).vendors) == ("cross-vendor", ("meta", "openai"))


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("providers.json", _TWO, _each('settings["providers"][:1]')),
        ("providers.json", _TWO, _each('settings["providers"][: settings["most"]]')),
        ("providers.json", _TWO, _each('[settings["providers"][settings.get("chosen", 0)]]')),
        (
            "providers.json",
            _TWO,
            _each('[p for p in settings["providers"] if p["model"] == MODEL]'),
        ),
        ("providers.json", _TWO.replace("groq.com/openai", "openai.com"), _each()),
        (
            "providers.json",
            _TWO.replace('llama-3.1-8b", "on": true', 'llama-3.1-8b", "on": false'),
            _each(skip='if not provider["on"]:\n                continue'),
        ),
        ("providers.json.example", _TWO, _each()),
        ("providers.json", _TWO, _each('settings["others"]')),
    ],
)
def test_what_a_file_does_not_surely_offer_is_no_cover(
    audit_tree: AuditTree, name: str, text: str, code: str
) -> None:
    report = audit_tree({name: text, "app.py": code})
    assert "cross-vendor" not in {call.verdict for call in report.calls}
