"""Lists of stand-ins that a call hands over get keys and addresses of their own."""

from __future__ import annotations

import pytest

from tests.remedy.conftest import Mend, changed, reasons

LISTED = """
import os

from litellm import completion

def main(text, key="k"):
    return completion(
        model="gpt-4o",
        messages=[text],
        MORE
    )

if __name__ == "__main__":
    main("x")
"""
OWN = '"api_key": os.environ.get("ANTHROPIC_API_KEY")'
NAMED = '{"model": "anthropic/claude-sonnet-4-6"'


@pytest.mark.parametrize(
    ("more", "check", "entries"),
    [
        (
            'api_key=key, fallbacks=["anthropic/claude-sonnet-4-6"]',
            "shared-credential",
            f"[{NAMED}, {OWN}}}]",
        ),
        (
            f"api_key=key, fallbacks=[{NAMED}}}]",
            "shared-credential",
            f"[{NAMED}, {OWN}}}]",
        ),
        (
            'api_base="https://api.openai.com/v1", fallbacks=["anthropic/claude-sonnet-4-6"]',
            "wrong-model-fallback",
            f'[{NAMED}, {OWN}, "api_base": None}}]',
        ),
        (
            'api_key=os.environ["OPENAI_API_KEY"],'
            ' fallbacks=["anthropic/claude-sonnet-4-6", "gpt-4o-mini"]',
            "same-vendor-fallback",
            f'[{NAMED}, {OWN}}}, "gpt-4o-mini"]',
        ),
    ],
)
def test_an_entry_that_is_only_a_name_gets_its_own_key(
    mend_tree: Mend, more: str, check: str, entries: str
) -> None:
    mended = mend_tree({"app.py": LISTED.replace("MORE", more)}, checks=(check,), unsafe=False)
    assert reasons(mended) == []
    [patch] = mended.patches
    assert (patch.kind, patch.is_safe) == ("own-key", True)
    [line] = [line for line in changed(mended) if "fallbacks" in line]
    assert line.endswith(f"fallbacks={entries}")


def test_a_list_of_one_vendor_gets_an_entry_for_another(mend_tree: Mend) -> None:
    code = LISTED.replace("MORE", 'fallbacks=["gpt-4o-mini"],')
    mended = mend_tree({"app.py": code}, "anthropic", checks=("same-vendor-fallback",))
    assert reasons(mended) == []
    [line] = changed(mended)
    assert line.startswith('fallbacks=["gpt-4o-mini", {"model": "anthropic/claude-')
    assert line.endswith(f"{OWN}}}],")
    assert not mended.patches[0].is_safe


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (
            "api_key=key, fallbacks=[name for name in SPARE]",
            "the list fallbacks is not written where it is handed over",
        ),
        (
            'api_key=key, fallbacks=[{"model": "anthropic/claude-sonnet-4-6", "max_tokens": 9}]',
            f'what {NAMED}, "max_tokens": 9}} asks is not written there',
        ),
        (
            'api_key=key, fallbacks=["claude-sonnet-4-6"]',
            "claude-sonnet-4-6 does not say that another platform is asked",
        ),
    ],
)
def test_an_entry_that_is_not_understood_stays(mend_tree: Mend, more: str, reason: str) -> None:
    code = LISTED.replace("MORE", more).replace(
        "def main", 'SPARE = ["anthropic/claude-sonnet-4-6"]\n\ndef main'
    )
    mended = mend_tree({"app.py": code}, "mistral", checks=("shared-credential",))
    assert mended.patches == ()
    assert reasons(mended) == [reason]


def test_a_second_client_with_the_first_key_is_for_people(mend_tree: Mend) -> None:
    code = """
        import os

        from openai import OpenAI

        KEY = os.environ["OPENAI_API_KEY"]
        first = OpenAI(api_key=KEY)
        second = OpenAI(api_key=KEY, base_url="https://api.mistral.ai/v1")

        def main(text):
            try:
                return first.chat.completions.create(model="gpt-4o", messages=[text])
            except Exception:
                return second.chat.completions.create(model="mistral-small-latest", messages=[text])

        if __name__ == "__main__":
            main("x")
        """
    mended = mend_tree({"app.py": code}, "mistral", checks=("shared-credential",))
    assert mended.patches == ()
    assert len(mended.refusals) == 1
