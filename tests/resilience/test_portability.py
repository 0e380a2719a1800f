"""What binds calls to one vendor, as code uses it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

import pytest

from auditor.audit import audit
from auditor.model.score import Portability
from auditor.settings import Settings

HEAD = """
import anthropic
import openai
from google import genai

claude = anthropic.Anthropic()
gpt = openai.OpenAI()
gemini = genai.Client()
"""


@pytest.fixture
def found(tmp_path: Path):
    def run(body: str) -> Portability:
        main = indent(dedent(body).strip("\n"), "    ")
        source = f"{HEAD.lstrip()}def main():\n{main}\n\n\nmain()\n"
        (tmp_path / "app.py").write_text(source, encoding="utf-8")
        return audit([tmp_path], Settings()).scores.portability

    return run


@pytest.mark.parametrize(
    ("code", "feature", "says"),
    [
        ("gpt.beta.threads.create()", "assistants", "calls beta.threads.create"),
        ("gpt.files.create(file=b'', purpose='batch')", "files", "calls files.create"),
        (
            "gpt.vector_stores.files.create('v')",
            "vector-stores",
            "calls vector_stores.files.create",
        ),
        ("gpt.fine_tuning.jobs.create(model='m')", "fine-tuning", "calls fine_tuning.jobs.create"),
        ("gpt.batches.create(input_file_id='f')", "batch", "calls batches.create"),
        ("gpt.realtime.connect(model='gpt-realtime')", "realtime", "calls realtime.connect"),
        ("claude.messages.batches.create(requests=[])", "batch", "calls messages.batches.create"),
        ("gemini.caches.create(model='m')", "prompt-caching", "calls caches.create"),
        ("gemini.files.upload(file='a')", "files", "calls files.upload"),
        (
            "gpt.responses.create(model='gpt-4o', input='a', previous_response_id='r')",
            "assistants",
            "gives previous_response_id",
        ),
        (
            "gpt.responses.create(model='gpt-4o', input='a', tools=[{'type': 'file_search'}])",
            "server-side-tools",
            "gives file_search",
        ),
        (
            "claude.messages.create(model='claude-haiku-4-5', messages=[{'role': 'user',"
            " 'content': [{'type': 'text', 'text': 'a', 'cache_control': {}}]}])",
            "prompt-caching",
            "gives cache_control",
        ),
        (
            "claude.messages.create(model='claude-haiku-4-5', messages=[],"
            " tools=[{'type': 'web_search_20250305', 'name': 'w'}])",
            "server-side-tools",
            "gives web_search_20250305",
        ),
        (
            "gpt.chat.completions.create(model='ft:gpt-4o-mini:acme::1', messages=[])",
            "fine-tuning",
            "asks ft:gpt-4o-mini:acme::1",
        ),
    ],
)
def test_a_feature_is_known_by_its_line_and_by_what_is_on_it(found, code, feature, says):
    [bond] = found(code).bonds
    assert (bond.feature, bond.path, bond.line, bond.says) == (feature, "app.py", 9, says)


@pytest.mark.parametrize(
    "code",
    [
        "gpt.chat.completions.create(model='gpt-4o', messages=[{'role': 'user', 'content': 'a'}])",
        "claude.messages.create(model='claude-haiku-4-5', messages=[],"
        " tools=[{'name': 'search', 'input_schema': {}}])",
        "gpt.chat.completions.create(model='gpt-4o', messages=[{'content': 'web_search'}],"
        " tools=[{'type': 'function', 'function': {'name': 'web_search'}}])",
        "gpt.files.list()",
        "open('files.create')",
    ],
)
def test_what_others_have_too_binds_nothing(found, code):
    assert found(code).bonds == ()


def test_the_share_counts_calls_and_says_how(found):
    portability = found("""
        gpt.chat.completions.create(model="gpt-4o", messages=[])
        gpt.chat.completions.create(model="gpt-4o", messages=[], prompt_cache_key="k")
        gpt.files.create(file=b"", purpose="batch")
        gemini.models.generate_content(model="gemini-2.5-flash", contents="a")
        """)
    assert (portability.calls, portability.free, portability.share) == (3, 2, 0.6667)
    assert portability.says == "2 of 3 calls use nothing that only one vendor has"


def test_without_calls_there_is_no_share(found):
    assert found("pass").share is None
