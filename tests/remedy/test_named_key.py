"""A key that no deployment file names gets a line where other keys are named."""

from __future__ import annotations

import pytest

from auditor.report.fixes import diff
from tests.remedy.conftest import Mend, reasons

APP = """
import anthropic
import openai

def main(text):
    return openai.OpenAI().chat.completions.create(model="gpt-4o", messages=[text])

def other(text):
    claude = anthropic.Anthropic()
    return claude.messages.create(model="claude-opus-5-5", max_tokens=9, messages=[text])

if __name__ == "__main__":
    main("x") or other("y")
"""
ONE = APP.partition("def other")[0] + 'if __name__ == "__main__":\n    main("x")\n'
CHECKS = ("undeclared-credential",)


@pytest.mark.parametrize("end", ["", "\n", "\nPORT=80\n"])
def test_a_missing_key_is_named_behind_the_last_of_the_others(mend_tree: Mend, end: str) -> None:
    env = "# keys\nGROQ_API_KEY=\nOPENAI_API_KEY=sk-..."
    tree = {"app.py": APP, ".env.example": env + end}
    mended = mend_tree(tree, checks=CHECKS, unsafe=False)
    assert reasons(mended) == []
    assert [patch.kind for patch in mended.patches] == ["named-key"]
    assert mended.after == {".env.example": f"{env}\nANTHROPIC_API_KEY={end}"}


def test_two_calls_that_lack_one_key_get_one_line(mend_tree: Mend) -> None:
    code = APP.replace("    return openai", "    other(text)\n    return openai").replace(
        "    claude =",
        "    anthropic.Anthropic().messages.create(model='claude-opus-5-5')\n    claude =",
    )
    tree = {"app.py": code, ".env.example": "OPENAI_API_KEY=\n"}
    mended = mend_tree(tree, checks=CHECKS, unsafe=False)
    assert len(mended.patches) == 2
    assert mended.after == {".env.example": "OPENAI_API_KEY=\nANTHROPIC_API_KEY=\n"}


def test_a_deployment_with_values_of_its_own_is_left_alone(mend_tree: Mend) -> None:
    compose = """
    services:
      app:
        build: .
        environment:
          OPENAI_API_KEY: ${OPENAI_API_KEY}
    """
    mended = mend_tree({"app.py": APP, "compose.yaml": compose}, checks=CHECKS)
    assert mended.patches == ()
    assert reasons(mended) == ["no file shows which keys may be set, so the line has no place"]


SECRET = """
apiVersion: v1
kind: Secret
metadata: {name: keys}
stringData: {OPENAI_API_KEY: sk-one}
"""


@pytest.mark.parametrize("ignored", ["", "*.log\n"])
def test_the_second_vendors_key_gets_a_file_that_shows_it(mend_tree: Mend, ignored: str) -> None:
    tree = {"app.py": ONE, "deploy/keys.yaml": SECRET, ".gitignore": ignored}
    mended = mend_tree(tree, "anthropic", checks=("no-fallback",))
    assert reasons(mended) == []
    assert mended.after[".env.example"] == "ANTHROPIC_API_KEY=\n"
    assert mended.made == {".env.example"}
    assert "--- /dev/null\n+++ b/.env.example\n" in diff(mended)


def test_where_no_file_deploys_a_key_none_is_made(mend_tree: Mend) -> None:
    mended = mend_tree({"app.py": ONE}, "anthropic", checks=("no-fallback",))
    assert list(mended.after) == ["app.py"]


def test_a_key_of_a_script_is_named_too(mend_tree: Mend) -> None:
    script = """
    import Anthropic from "@anthropic-ai/sdk";
    import OpenAI from "openai";

    export async function ask(text: string) {
      await new OpenAI().chat.completions.create({ model: "gpt-4o", messages: [] });
      const claude = new Anthropic();
      return claude.messages.create({ model: "claude-opus-5-5", max_tokens: 9, messages: [] });
    }
    ask(process.argv[2]);
    """
    tree = {"app.ts": script, ".env.example": "OPENAI_API_KEY=\n"}
    mended = mend_tree(tree, checks=CHECKS, unsafe=False)
    assert mended.after == {".env.example": "OPENAI_API_KEY=\nANTHROPIC_API_KEY=\n"}
