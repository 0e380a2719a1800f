"""Known outages, replayed against a small program: from the code to the report."""

from __future__ import annotations

from pathlib import Path

from auditor.audit import audit
from auditor.model.report import Replay
from auditor.settings import Settings

CODE = """
from anthropic import Anthropic
from openai import OpenAI

def main():
    OpenAI().chat.completions.create(model="gpt-4o", messages=[])

if __name__ == "__main__":
    main()
"""


def replays(folder: Path, *, replay: bool = True) -> dict[str, Replay]:
    (folder / "app.py").write_text(CODE, encoding="utf-8")
    found = audit([folder], Settings(), replay=replay).replays
    return {one.id: one for one in found}


def test_an_outage_of_the_vendor_stops_the_workflow(tmp_path: Path) -> None:
    found = replays(tmp_path)
    assert list(found["openai-2026-05-27"].outcomes.values()) == ["stops"]
    assert len(found["openai-2026-05-27"].failed) == 1


def test_an_outage_of_somebody_else_touches_nothing(tmp_path: Path) -> None:
    found = replays(tmp_path)
    assert found["anthropic-2026-04-15"].outcomes == {}
    assert found["anthropic-2026-04-15"].failed == ()


def test_they_are_replayed_only_when_asked_for_and_in_order(tmp_path: Path) -> None:
    assert replays(tmp_path, replay=False) == {}
    starts = [one.start for one in replays(tmp_path).values()]
    assert starts == sorted(starts)
    assert len(starts) > 15
