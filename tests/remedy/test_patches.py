"""Each kind of patch on a small product: what it changes, and that it changes nothing else."""

from __future__ import annotations

import pytest

from auditor.model.remedy import Mended
from auditor.settings import Settings
from auditor.settings.records import Policy
from tests.remedy.conftest import Mend

NARROW = '''
"""Answers tickets."""
import anthropic
from openai import OpenAI, RateLimitError

gpt = OpenAI(timeout=15, max_retries=1)   # both together half a minute


def main(text):
    try:
        return gpt.chat.completions.create(model="gpt-4o", messages=[text])
    except RateLimitError:      # a busy day
        return anthropic.Anthropic().messages.create(
            model="claude-sonnet-4-6", max_tokens=9, messages=[text]
        )


if __name__ == "__main__":
    main("x")
'''
PLAIN = """
import litellm

def main(text):
    return litellm.completion(
        model="gpt-4o-mini",
        messages=[text],  # as it came
    )

if __name__ == "__main__":
    main("x")
"""


def changed(mended: Mended, path: str = "app.py") -> list[str]:
    """The lines of a file that are new, without their indent."""
    old = mended.before[path].splitlines()
    return [line.strip() for line in mended.after[path].splitlines() if line not in old]


def reasons(mended: Mended) -> list[str]:
    return [one.reason for one in mended.refusals]


def test_a_handler_takes_what_stands_above_its_type(mend_tree: Mend) -> None:
    mended = mend_tree({"app.py": NARROW}, unsafe=False)
    assert [(p.kind, p.says) for p in mended.patches] == [
        ("wider-handler", "catch APIError, not RateLimitError alone")
    ]
    assert changed(mended) == [
        "from openai import APIError, OpenAI, RateLimitError",
        "except APIError:      # a busy day",
    ]
    assert len(mended.after["app.py"].splitlines()) == len(mended.before["app.py"].splitlines())


def test_a_patched_tree_has_nothing_left_to_patch(mend_tree: Mend) -> None:
    after = mend_tree({"app.py": NARROW}, checks=("narrow-fallback",)).after
    again = mend_tree(after, checks=("narrow-fallback",))
    assert (again.patches, again.refusals) == ((), ())


def test_a_type_is_written_as_its_neighbour_is(mend_tree: Mend) -> None:
    llm = NARROW.replace("OpenAI, RateLimitError", "OpenAI").replace(
        "except RateLimitError", "except openai.RateLimitError"
    )
    llm = llm.replace("import anthropic\n", "import anthropic\nimport openai\n")
    mended = mend_tree({"app.py": llm})
    assert changed(mended) == ["except openai.APIError:      # a busy day"]


def test_a_handler_that_leaves_the_rest_to_another_is_left_alone(mend_tree: Mend) -> None:
    llm = NARROW.replace(
        "\n\nif __name__", "\n    except Exception:\n        raise\n\n\nif __name__", 1
    )
    mended = mend_tree({"app.py": llm}, checks=("narrow-fallback",))
    assert mended.patches == ()
    assert reasons(mended) == ["the handler at app.py:16 takes what this one leaves"]


def test_a_fallback_that_would_come_too_late_is_made_quick_and_needs_a_look(
    mend_tree: Mend,
) -> None:
    llm = NARROW.replace("timeout=15, max_retries=1", "")
    mended = mend_tree({"app.py": llm}, unsafe=False)
    assert mended.patches == ()
    [held] = mended.held
    assert held.says.endswith("; set timeout=20 and max_retries=1")
    mended = mend_tree({"app.py": llm}, unsafe=True)
    first = changed(mended)[1]
    assert first == "gpt = OpenAI(timeout=20, max_retries=1)   # both together half a minute"


def test_what_the_policy_allows_decides_how_long_one_try_may_take(mend_tree: Mend) -> None:
    llm = NARROW.replace("timeout=15, max_retries=1", "timeout=90")
    settings = Settings(policy=Policy(max_failover_seconds=10))
    mended = mend_tree({"app.py": llm}, settings=settings, checks=("narrow-fallback",))
    assert "gpt = OpenAI(timeout=5, max_retries=1)   # both" in changed(mended)[1]


SOFT = """
import anthropic
from openai import OpenAI

gpt = OpenAI(timeout=15, max_retries=1)

def soft(text):
    try:
        return gpt.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        print(error)
        return None

def main(text):
    try:
        return soft(text)
    except Exception:
        return anthropic.Anthropic().messages.create(
            model="claude-sonnet-4-6", max_tokens=9, messages=[text]
        )

if __name__ == "__main__":
    main("x")
"""


@pytest.mark.parametrize(
    ("end", "becomes"),
    [
        ("return None", ["raise"]),
        ("pass  # for now", ["raise  # for now"]),
        ("gone = True", ["raise"]),
    ],
)
def test_an_error_is_let_through_to_the_fallback(mend_tree: Mend, end: str, becomes) -> None:
    mended = mend_tree({"app.py": SOFT.replace("return None", end)})
    [patch] = mended.patches
    assert (patch.kind, patch.is_safe) == ("let-through", False)
    assert patch.says == "raise the error again at app.py:9"
    assert changed(mended) == becomes
    assert "whoever else calls the function" in patch.notes[0]


def test_a_handler_that_ends_in_several_ways_is_left_alone(mend_tree: Mend) -> None:
    llm = SOFT.replace("print(error)", "if text:\n            return text")
    assert reasons(mend_tree({"app.py": llm})) == ["the handler at app.py:9 ends in several ways"]


def test_no_error_is_let_through_that_would_stop_somebody_else(mend_tree: Mend) -> None:
    tree = {"app.py": SOFT}
    assert mend_tree(tree, checks=("unreachable-fallback",)).patches != ()
    tree["job.py"] = 'from app import soft\n\nif __name__ == "__main__":\n    print(soft("y"))\n'
    mended = mend_tree(tree, checks=("unreachable-fallback",))
    assert mended.patches == ()
    [reason] = reasons(mended)
    assert reason.startswith("python job.py would take the loss of ")


def test_the_second_leg_gets_a_model_of_its_own_vendor(mend_tree: Mend) -> None:
    llm = NARROW.replace("RateLimitError", "APIError").replace("claude-sonnet-4-6", "gpt-4o")
    mended = mend_tree({"app.py": llm}, unsafe=False)
    [patch] = mended.patches
    assert (patch.kind, patch.is_safe) == ("own-model", True)
    [line] = changed(mended)
    assert line.startswith('model="claude-')
    assert line.endswith(", max_tokens=9, messages=[text]")
    assert "proposal" in patch.notes[0]


def test_a_second_vendor_with_its_own_key_behind_a_call(mend_tree: Mend) -> None:
    env = "# who answers\nOPENAI_API_KEY=sk-secret\n# the rest\nDEBUG=1\n"
    mended = mend_tree({"app.py": PLAIN, ".env.example": env}, "anthropic")
    [patch] = mended.patches
    assert (patch.kind, patch.is_safe) == ("second-vendor", False)
    new = changed(mended)
    assert new[0] == "import os"
    assert new[1].startswith('fallbacks=[{"model": "anthropic/claude-')
    assert new[1].endswith('"api_key": os.environ["ANTHROPIC_API_KEY"]}],')
    assert new[2:] == ["timeout=20,", "num_retries=1,"]
    assert mended.after[".env.example"] == env.replace(
        "sk-secret\n", "sk-secret\nANTHROPIC_API_KEY=\n"
    )


def test_nobody_is_asked_whom_nobody_named(mend_tree: Mend) -> None:
    assert reasons(mend_tree({"app.py": PLAIN})) == [
        "no second vendor is named: --to VENDOR, or vendors in the policy"
    ]
    approved = Settings(policy=Policy(vendors=("openai", "anthropic")))
    [patch] = mend_tree({"app.py": PLAIN}, settings=approved).patches
    assert patch.says == "ask Anthropic when OpenAI fails"


def test_a_vendor_that_the_policy_does_not_approve_is_refused_by_the_other_scan(
    mend_tree: Mend,
) -> None:
    approved = Settings(policy=Policy(vendors=("openai",)))
    [reason] = reasons(mend_tree({"app.py": PLAIN}, "anthropic", settings=approved))
    assert reason.startswith("it would bring unapproved-vendor: ")


def test_data_that_no_other_vendor_may_see_stay_where_they_are(mend_tree: Mend) -> None:
    settings = Settings(policy=Policy(forbid_failover=("python app.py",)))
    mended = mend_tree({"app.py": PLAIN}, "anthropic", settings=settings)
    assert mended.patches == ()


CLIENT = """
import openai

client = openai.OpenAI()

def first(text):
    return client.chat.completions.create(model="gpt-4o", messages=[text])

def second(text):
    return client.chat.completions.create(model="gpt-4o", messages=[text], {more})

def main():
    first("x")
    second("y")

if __name__ == "__main__":
    main()
"""


def test_calls_of_one_file_share_the_function_that_asks_both(mend_tree: Mend) -> None:
    mended = mend_tree({"app.py": CLIENT.format(more="temperature=0")}, "mistral")
    assert len(mended.patches) == 2
    after = mended.after["app.py"]
    assert after.count("def chat_or_mistral(client, **request):") == 1
    assert 'return chat_or_mistral(client, model="gpt-4o", messages=[text])' in after
    compile(after, "app.py", "exec")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("tools=[]", "another vendor takes tools in another form"),
        ("stream=bool(text)", "another vendor takes stream in another form"),
        (
            "**dict(rest())",
            "the call takes arguments from a list or mapping, which may be anything",
        ),
    ],
)
def test_a_call_that_no_other_vendor_understands_is_left_alone(
    mend_tree: Mend, more: str, reason: str
) -> None:
    mended = mend_tree({"app.py": CLIENT.format(more=more)}, "mistral")
    assert [patch.finding.line for patch in mended.patches] == [6]
    assert reasons(mended) == [reason]


def test_an_awaited_call_is_given_a_function_that_awaits(mend_tree: Mend) -> None:
    llm = CLIENT.replace("openai.OpenAI()", "openai.AsyncOpenAI()").format(more="temperature=0")
    llm = llm.replace("def ", "async def ").replace("return client", "return await client")
    llm = llm.replace("first(", "await first(").replace("def await ", "def ")
    after = mend_tree({"app.py": llm}, "mistral").after["app.py"]
    assert "async def chat_or_mistral(client, **request):" in after
    assert "return await chat_or_mistral(client, " in after
    assert "other = openai.AsyncOpenAI(" in after


def test_a_form_feed_ends_no_line(mend_tree: Mend) -> None:
    text = NARROW.replace("\n\ngpt =", "\n\x0c\ngpt =")
    mended = mend_tree({"app.py": text}, unsafe=False)
    assert changed(mended) == [
        "from openai import APIError, OpenAI, RateLimitError",
        "except APIError:      # a busy day",
    ]


def test_line_ends_and_signs_outside_ascii_stay(mend_tree: Mend, tmp_path) -> None:
    text = NARROW.lstrip().replace("Answers", "Ä\u00e9 answers").replace("\n", "\r\n")
    (tmp_path / "repo").mkdir()
    (tmp_path / "repo/app.py").write_bytes(text.encode())
    after = mend_tree({}, unsafe=False).after["app.py"]
    assert after == text.replace(
        "OpenAI, RateLimitError", "APIError, OpenAI, RateLimitError"
    ).replace("except RateLimitError", "except APIError")


def test_an_agent_gets_a_middleware_that_asks_another_vendor(mend_tree: Mend) -> None:
    llm = """
    from langchain.agents import create_agent

    agent = create_agent("openai:gpt-4o", tools=[])

    def main(text):
        return agent.invoke({"messages": [text]})

    if __name__ == "__main__":
        main("x")
    """
    mended = mend_tree({"app.py": llm}, "anthropic", checks=("no-fallback",))
    [imported, agent] = changed(mended)
    assert imported == "from langchain.agents.middleware import ModelFallbackMiddleware"
    start = 'agent = create_agent("openai:gpt-4o", tools=[], middleware=[ModelFallbackMiddleware('
    assert agent.startswith(f'{start}"anthropic:claude-')


def test_an_agent_whose_middleware_is_made_elsewhere_is_left_alone(mend_tree: Mend) -> None:
    llm = """
    from langchain.agents import create_agent
    from desk import log

    agent = create_agent("openai:gpt-4o", middleware=log())

    def main(text):
        return agent.invoke({"messages": [text]})

    if __name__ == "__main__":
        main("x")
    """
    mended = mend_tree({"app.py": llm}, "anthropic", checks=("no-fallback",))
    assert mended.patches == ()
    assert reasons(mended) == ["the list middleware is not written where it is handed over"]


def test_a_model_made_from_its_name_gets_another_behind_it(mend_tree: Mend) -> None:
    llm = """
    from langchain.chat_models import init_chat_model

    def main(text):
        model = init_chat_model("anthropic:claude-sonnet-4-6")
        return model.invoke(text)

    if __name__ == "__main__":
        main("x")
    """
    mended = mend_tree({"app.py": llm}, "openai", checks=("no-fallback",))
    first, second, _ = changed(mended)
    assert first.endswith("timeout=20, max_retries=1).with_fallbacks(")
    assert second.startswith('[init_chat_model("openai:gpt-')


ROUTED = """
import os

from litellm import Router

router = Router(
    model_list=[
        {
            "model_name": "chat",
            "litellm_params": {"model": "gpt-4o", "api_key": os.environ["OPENAI_API_KEY"]},
        },
    ]
)

def main(text):
    return router.completion(model="chat", messages=[text])

if __name__ == "__main__":
    main("x")
"""


def test_a_router_gets_a_deployment_of_another_vendor(mend_tree: Mend) -> None:
    mended = mend_tree({"app.py": ROUTED}, "anthropic", checks=("no-fallback",))
    assert reasons(mended) == []
    params = '{"model": "anthropic/claude-sonnet-5-5", "api_key": os.environ["ANTHROPIC_API_KEY"]}'
    assert changed(mended) == [
        f'{{"model_name": "chat-or-anthropic", "litellm_params": {params}}},',
        "],",
        'fallbacks=[{"chat": ["chat-or-anthropic"]}],',
        "timeout=20,",
        "num_retries=1,",
    ]


def test_a_router_whose_list_stands_elsewhere_in_the_file(mend_tree: Mend) -> None:
    code = ROUTED.replace("router = Router(\n    model_list=[", "NAMES = [")
    code = code.replace("    ]\n)\n", "]\nrouter = Router(model_list=NAMES)\n")
    mended = mend_tree({"app.py": code}, "anthropic", checks=("no-fallback",))
    assert changed(mended)[0].startswith('{"model_name": "chat-or-anthropic",')
    assert changed(mended)[1].startswith('router = Router(model_list=NAMES, fallbacks=[{"chat": [')


def test_a_router_whose_list_comes_from_elsewhere_is_left_alone(mend_tree: Mend) -> None:
    code = ROUTED.replace("router = Router(\n    model_list=[", "NAMES = list([")
    code = code.replace("    ]\n)\n", "])\nrouter = Router(model_list=NAMES)\n")
    mended = mend_tree({"app.py": code}, "anthropic", checks=("no-fallback",))
    assert mended.patches == ()


def test_middleware_that_is_there_already_stays(mend_tree: Mend) -> None:
    code = """
        from langchain.agents import create_agent
        from langchain.agents.middleware import ToolRetryMiddleware

        agent = create_agent("openai:gpt-4o", middleware=[ToolRetryMiddleware()])

        def main(text):
            return agent.invoke({"messages": [text]})

        if __name__ == "__main__":
            main("x")
        """
    mended = mend_tree({"app.py": code}, "anthropic", checks=("no-fallback",))
    assert reasons(mended) == []
    more = 'ModelFallbackMiddleware("anthropic:claude-sonnet-5-5")'
    assert changed(mended)[-1] == (
        f'agent = create_agent("openai:gpt-4o", middleware=[ToolRetryMiddleware(), {more}])'
    )


def test_a_stream_that_does_not_begin_is_asked_of_another_vendor(mend_tree: Mend) -> None:
    code = """
        from openai import OpenAI

        client = OpenAI()

        def main(text):
            return client.chat.completions.create(model="gpt-4o", messages=[text], stream=True)

        if __name__ == "__main__":
            main("x")
        """
    mended = mend_tree({"app.py": code}, "mistral", checks=("no-fallback",))
    [patch] = mended.patches
    assert "where a stream breaks off in the middle, nobody else is asked" in patch.notes
    assert changed(mended)[-1] == (
        'return stream_or_mistral(client, model="gpt-4o", messages=[text], stream=True)'
    )
