"""Judging takes so many steps and no more; what is given up is unknown, and said."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.audit import audit, audit_loss
from auditor.model.behaviour import Behaviour
from auditor.model.loss import Loss
from auditor.resilience import work
from auditor.resilience.losses import Losses
from auditor.settings import Settings

COVERED = """
import anthropic, openai


def answer(text):
    try:
        return openai.OpenAI().responses.create(model="gpt-4o", input=text)
    except Exception:
        return anthropic.Anthropic().messages.create(
            model="claude-sonnet-4-5", max_tokens=9, messages=[]
        )
"""


def test_what_is_given_up_is_unknown_and_fails_a_strict_scan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app.py").write_text(COVERED, encoding="utf-8")
    settings = Settings(strict=True)
    whole = audit([tmp_path], settings)
    monkeypatch.setattr(work, "LIMITS", ((0, 1),))
    short = audit([tmp_path], settings)
    first, given_up = (dict(report.workflows[0].on_loss) for report in (whole, short))
    assert first["openai"] == "survives"
    assert given_up["openai"] == "unknown"
    assert "cross-vendor" not in {call.verdict for call in short.calls}
    assert [(p.code, p.path) for p in short.diagnostics] == [("judge-limit", "app.py")]
    assert short.gate is not None
    assert short.gate.outcome == "refused"


def test_once_much_was_done_questions_are_given_up_sooner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app.py").write_text(COVERED, encoding="utf-8")
    outcomes = []
    for later in (1000, 1):
        monkeypatch.setattr(work, "LIMITS", ((0, 1000), (1, later)))
        (flow,) = audit([tmp_path], Settings()).workflows
        outcomes.append(flow.on_loss["openai"])
    assert outcomes == ["survives", "unknown"]


def test_a_loss_whose_end_takes_too_much_to_find_out_is_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app.py").write_text(COVERED, encoding="utf-8")
    lost = Loss("OpenAI is down", ("vendor:openai",))
    _, (whole,) = audit_loss([tmp_path], Settings(), lost)
    monkeypatch.setattr(work, "LIMITS", ((0, 1),))
    report, (short,) = audit_loss([tmp_path], Settings(), lost)
    replayed = audit([tmp_path], Settings(), replay=True)
    assert (whole.outcome, short.outcome) == ("survives", "unknown")
    (flow,) = report.workflows
    met = [replay.outcomes[flow.id] for replay in replayed.replays if replay.outcomes]
    assert met, "some outage of the catalogue takes one of the two down"
    assert set(met) == {"unknown"}


HOSTS = (
    "api.groq.com/openai/v1", "api.deepseek.com", "api.mistral.ai/v1", "api.x.ai/v1",
    "api.together.xyz/v1", "api.fireworks.ai/inference/v1",
)  # fmt: skip
SAFE = """

def safe(first, second, text):
    answer = None
    try:
        answer = ask(first, text)
    except Exception as error:
        print(error)
    if answer is None:
        answer = ask(second, text)
    return answer


def main(first, second, text):
"""


def test_who_failed_and_who_answered_is_not_kept_for_all_that_comes_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["import openai"]
    asks = ["def ask(name, text):"]
    for n, host in enumerate(HOSTS):
        lines.append(f'c{n} = openai.OpenAI(base_url="https://{host}", api_key="k{n}")')
        asks.append(f'    if name == "n{n}":')
        asks.append(f'        return c{n}.chat.completions.create(model="m{n}", messages=[])')
    rounds = "".join(
        f"    b{n} = safe(first, second, text)\n    if not b{n}:\n        raise RuntimeError\n"
        for n in range(8)
    )
    source = "\n".join([*lines, *asks, "    raise ValueError(name)"]) + SAFE + rounds
    (tmp_path / "app.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(work, "LIMITS", ((0, 200),))
    assert not audit([tmp_path], Settings()).diagnostics


TWO_PLATFORMS = """
import anthropic


def ask(client, model, text):
    return client.messages.create(model=model, max_tokens=9, messages=[])


def answer(text):
    try:
        return ask(anthropic.AnthropicBedrock(), "anthropic.claude-3-haiku-20240307-v1:0", text)
    except Exception:
        return ask(anthropic.Anthropic(), "claude-sonnet-4-5", text)
"""


def test_vendors_are_asked_about_before_anything_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app.py").write_text(TWO_PLATFORMS, encoding="utf-8")
    asked: list[str] = []
    whole = Losses.worst

    def worst(losses: Losses, domain: str, behaviour: Behaviour) -> str:
        asked.append(domain)
        return whole(losses, domain, behaviour)

    monkeypatch.setattr(Losses, "worst", worst)
    audit([tmp_path], Settings())
    platforms = ["platform:anthropic-api", "platform:aws-bedrock"]
    assert asked == ["vendor:anthropic", *platforms]
