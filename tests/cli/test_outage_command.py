"""``auditor outage`` and ``auditor replay`` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

APP = """
import openai

client = openai.OpenAI()


def main():
    print(client.chat.completions.create(model="gpt-4o", messages=[]))


if __name__ == "__main__":
    main()
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/app.py").write_text(APP.lstrip())
    return tmp_path


def test_a_company_is_lost_with_its_platforms_and_the_row_says_why(run):
    result = run("outage", "openai", "shop")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "If OpenAI is lost",
        " lost: vendor openai, platform openai-api",
        "",
        " 1 workflow · 1 stops",
        "",
        "          Workflow       Where     Because",
        " ✗ stops  python app.py  app.py:7  no handler takes the error",
    ]


def test_the_folder_is_here_when_none_is_named(run, here, monkeypatch):
    monkeypatch.chdir(here / "shop")
    assert "✗ stops  python app.py" in run("outage", "openai").stdout


def test_names_that_are_folders_too_are_taken_for_what_is_lost(run, here):
    (here / "openai").mkdir()
    result = run("outage", "openai", "shop")
    assert "1 workflow · 1 stops" in result.stdout
    assert "for the folder write ./openai" in result.stderr
    assert "0 workflows" in run("outage", "anthropic", "./openai").stdout


@pytest.mark.parametrize("word", ["Anthropic", "platform:anthropic-api", "gateway:openrouter"])
def test_what_is_not_used_is_said_to_touch_nothing(run, word):
    assert "1 workflow · 1 not touched" in run("outage", word, "shop").stdout


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("opnai", "openai"),
        ("platform:opnai-api", "platform:openai-api"),
        ("gateway:openai-api", "platform:openai-api"),
        ("infra:awz", "infra:aws"),
        ("region:us-east-1", "region:PLATFORM/NAME"),
    ],
)
def test_an_unknown_name_ends_with_2_and_the_nearest_one(run, word, near):
    result = run("outage", word, "shop")
    assert (result.exit_code, result.stdout) == (2, "")
    assert near in result.stderr


def test_nothing_to_lose_is_a_mistake(run):
    result = run("outage", "./shop")
    assert result.exit_code == 2
    assert "nothing to lose is named" in result.stderr


def test_several_are_lost_at_once(run):
    text = run("outage", "anthropic", "openai", "shop").stdout
    assert text.startswith("If Anthropic and OpenAI are lost")


def test_machines_get_the_loss_and_every_workflow(run):
    document = json.loads(run("outage", "model:gpt-4o", "shop", "-f", "json").stdout)
    assert document["loss"]["domains"] == ["model:gpt-4o"]
    assert document["loss"]["errors"] == ["connect", "timeout", "5xx", "529"]
    [flow] = document["workflows"]
    assert (flow["name"], flow["outcome"], flow["worst"]) == ("python app.py", "stops", "stops")
    assert flow["evidence"] == [
        {"path": "app.py", "line": 7, "says": "asks gpt-4o at openai-api, which is lost"}
    ]


def test_the_incidents_are_listed_for_people_and_for_machines(run):
    text = run("replay", "--list").stdout
    assert "anthropic-2026-04-28b" in text
    assert run("replay").stdout == text
    listed = json.loads(run("replay", "--list", "-f", "json").stdout)
    [april] = [entry for entry in listed if entry["id"] == "anthropic-2026-04-28b"]
    assert (april["minutes"], april["errors"]) == (78, ["auth"])
    assert all(entry["sources"] for entry in listed)


def test_a_replay_says_for_how_long(run):
    text = run("replay", "openai-2026-05-27", "shop").stdout
    assert "280 minutes" in text
    assert "seen as a slow answer or a timeout" in text
    assert "✗ stops 280 min  python app.py" in text
    document = json.loads(run("replay", "openai-2026-05-27", "shop", "-f", "json").stdout)
    assert document["workflows"][0]["minutes"] == 280
    assert document["loss"]["incident"]["id"] == "openai-2026-05-27"


def test_a_withdrawal_has_no_end(run):
    text = run("replay", "withdrawal-claude-3-haiku-2026-04", "shop").stdout
    assert "for good" in text
    assert "1 workflow · 1 not touched" in text


def test_an_unknown_incident_ends_with_2_and_the_nearest_ones(run):
    result = run("replay", "anthropic-2026-04-28", "shop")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "anthropic-2026-04-28b" in result.stderr
