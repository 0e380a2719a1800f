"""Documents that are made from code say what the code does; what they show as code works."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.text import Text

from auditor.model.errors import AuditorError
from auditor.settings import Settings, load_settings
from auditor.settings.tables import IGNORE_KEYS, KEYS, POLICY_KEYS, WORKFLOW_KEYS
from tools import screenshot, settings_reference
from tools.__main__ import DOCUMENTS

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads(settings_reference.SCHEMA.read_text(encoding="utf-8"))
WORKFLOW = "[[workflow]]\n"
IGNORE = '[[ignore]]\ncheck = "no-fallback"\nreason = "a"\n'


@pytest.mark.parametrize("target", DOCUMENTS, ids=lambda path: path.name)
def test_generated_documents_are_in_step_with_the_code(target):
    assert target.read_text(encoding="utf-8") == DOCUMENTS[target](), "run: python -m tools"


def test_the_picture_of_a_terminal_shows_what_the_program_prints():
    picture = screenshot.TARGET.read_text(encoding="utf-8")
    printed = Text.from_ansi(screenshot.screen()).plain.splitlines()
    squeezed = ["".join(line.split()) for line in printed]
    assert screenshot.shown(picture) == [line for line in squeezed if line], (
        "run: python -m tools.screenshot"
    )
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def test_the_schema_of_the_settings_is_a_schema_and_has_every_key():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    keys = SCHEMA["properties"]
    assert set(keys) == set(KEYS)
    assert set(keys["policy"]["properties"]) == set(POLICY_KEYS)
    assert set(keys["workflow"]["items"]["properties"]) == set(WORKFLOW_KEYS)
    assert set(keys["ignore"]["items"]["properties"]) == set(IGNORE_KEYS)


def test_the_defaults_in_the_schema_are_those_of_the_program(tmp_path):
    said = {key: one["default"] for key, one in SCHEMA["properties"].items() if "default" in one}
    (tmp_path / "auditor.toml").write_text(
        "\n".join(f"{key} = {json.dumps(value)}" for key, value in said.items()), encoding="utf-8"
    )
    loaded, plain = load_settings(tmp_path), Settings()
    for name in ("exclude", "include_tests", "fail_on", "min_severity", "min_confidence", "strict"):
        assert getattr(loaded, name) == getattr(plain, name), name


def as_json(value: Any) -> Any:
    """TOML as JSON: a date is its text."""
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("", True),
        ('exclude = ["docs/**"]', True),
        ('exclude = "docs"', False),
        ("exclude = [1]", False),
        ("include-tests = true", True),
        ('include-tests = "yes"', False),
        ("include_tests = true", False),
        ('fail-on = "never"', True),
        ('fail-on = "info"', True),
        ('fail-on = "worst"', False),
        ('min-severity = "never"', False),
        ('min-confidence = "medium"', True),
        ("min-confidence = 1", False),
        ("strict = 1", False),
        ('baseline = "known.json"', True),
        ("baseline = 1", False),
        ('[policy]\nvendors = ["acme"]\nmax-vendor-share = 0.6', True),
        ("[policy]\nmax-vendor-share = 60", False),
        ('[policy]\nrequire-fallback = ["critical"]', True),
        ('[policy]\nrequire-fallback = ["some"]', False),
        ("[policy]\nmax-failover-seconds = 30", True),
        ("[policy]\nmax-failover-seconds = 0", False),
        ("[policy]\nvendor = []", False),
        ("policy = []", False),
        (f'{WORKFLOW}match = "POST *"\ncriticality = "batch"\nowner = "me"', True),
        (f"{WORKFLOW}match = 1", False),
        (f'{WORKFLOW}match = ""', False),
        (f'{WORKFLOW}name = "a"', False),
        (f'{WORKFLOW}match = "a"\ncriticality = "high"', False),
        (f'{WORKFLOW}match = "a"\nkind = "http"', False),
        ('workflow = {match = "a"}', False),
        (f'{IGNORE}path = "a/**"\nuntil = 2027-03-31', True),
        (f'{IGNORE}until = "soon"', False),
        ('[[ignore]]\ncheck = "a"', False),
        ('[[ignore]]\ncheck = "a"\nreason = " "', False),
    ],
)
def test_the_schema_and_the_program_agree_on_what_is_valid(tmp_path, text, valid):
    (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")
    validator = jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    assert validator.is_valid(as_json(tomllib.loads(text))) is valid
    if valid:
        load_settings(tmp_path)
    else:
        with pytest.raises(AuditorError):
            load_settings(tmp_path)


def test_settings_shown_in_documents_are_accepted(tmp_path):
    blocks = [
        block
        for name in ("README.md", "docs/configuration.md")
        for block in re.findall(r"```toml\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    ]
    assert len(blocks) >= 2
    for block in blocks:
        own = re.sub(r"^\[tool\.auditor\]\n", "", block).replace("tool.auditor.", "")
        (tmp_path / "auditor.toml").write_text(own, encoding="utf-8")
        load_settings(tmp_path)


def test_every_option_that_documents_name_exists():
    known = set(re.findall(r"`(--[a-z-]+)`", (ROOT / "docs" / "cli.md").read_text("utf-8")))
    known |= {"--help", "--version", "--install-completion", "--show-completion", "--check"}
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for line in page.read_text(encoding="utf-8").splitlines():
            if "auditor" in line and "pip" not in line and "docker" not in line:
                used = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", line))
                assert used <= known, f"{page.name}: {line}"
