"""Patched code is run against vendors that fail, and the answer comes from the second one."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from auditor.mend import Wish, mend
from tests.linker.conftest import audit_tree
from tests.proof import framework_samples, python_samples, shape_samples, vendor_samples
from tests.proof.runs import QUICK, found_by, mended, need
from tests.proof.vendors import FAILURES, KEYS

__all__ = ["audit_tree"]

SAMPLES = {
    **python_samples.SAMPLES,
    **framework_samples.SAMPLES,
    **vendor_samples.SAMPLES,
    **shape_samples.SAMPLES,
}

ENTRY = '\n\nif __name__ == "__main__":\n    main("?")\n'


def run(folder: Path, vendor: str, *modes: str, without: str = "") -> dict[str, str]:
    """What ``main`` of the folder's app gives while the vendor fails in each way.

    ``without`` is a vendor for which no key is provided.
    """
    env = {"WITHOUT": " ".join(KEYS.get(without, ()))}
    answers: dict[str, str] = found_by(
        "run_patched.py", "app", vendor, *modes, folder=folder, env=env
    )
    return answers


@pytest.mark.parametrize("name", SAMPLES)
def test_the_second_vendor_answers(name: str, audit_tree: object, tmp_path: Path) -> None:
    sample = SAMPLES[name]
    need(sample.packages)
    app = tmp_path / "app.py"
    app.write_text(dedent(sample.code).lstrip() + ENTRY, encoding="utf-8")
    before = run(tmp_path, sample.first, "ok", "500")
    assert before["ok"] == sample.first
    if sample.check in ("no-fallback", "narrow-fallback", "wrong-model-fallback"):
        assert before["500"].startswith("! ")
    app.write_text(mended(tmp_path, sample.check, sample.second)["app.py"], encoding="utf-8")
    modes = [mode for mode in FAILURES if mode not in sample.but]
    after = run(tmp_path, sample.first, "ok", *modes)
    assert after == {"ok": sample.first, **dict.fromkeys(modes, sample.second)}
    if "if not os.environ.get(" in app.read_text(encoding="utf-8"):
        left = run(tmp_path, sample.first, "ok", "500", without=sample.second)
        assert left == {"ok": sample.first, "500": left["500"]}
        assert "KeyError" not in left["500"].removeprefix("! ") != left["500"]


#: Who answers the three questions of a program with several gaps, by the vendor that is lost.
ANSWERS = {
    "mistral": "anthropic google openai",
    "google": "mistral anthropic openai",
    "openai": "mistral google anthropic",
}


def test_all_patches_of_one_program_hold_together(audit_tree: object, tmp_path: Path) -> None:
    need(("openai", "anthropic", "litellm", "mistralai"))
    app = tmp_path / "app.py"
    app.write_text(shape_samples.SEVERAL_GAPS.lstrip() + ENTRY, encoding="utf-8")
    found = mend([tmp_path], QUICK, Wish(None, ("anthropic",), unsafe=True))[1]
    assert {one.finding.check for one in found.patches} >= {"no-fallback", "narrow-fallback"}
    app.write_text(found.after["app.py"], encoding="utf-8")
    left = mend([tmp_path], QUICK, Wish())[0].findings
    assert {one.check for one in left} & {"no-fallback", "narrow-fallback"} == set()
    for vendor, answers in ANSWERS.items():
        assert run(tmp_path, vendor, "ok", *FAILURES) == {
            "ok": "mistral google openai",
            **dict.fromkeys(FAILURES, answers),
        }
