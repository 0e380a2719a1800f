"""A second vendor in the way that a library offers itself."""

from __future__ import annotations

import pytest

from tests.remedy.conftest import Mend, changed, reasons


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
    key = 'os.environ.get("ANTHROPIC_API_KEY")'
    params = f'{{"model": "anthropic/claude-sonnet-5-5", "api_key": {key}}}'
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


@pytest.mark.parametrize(
    ("package", "cls", "model"),
    [
        ("langchain_google_genai", "ChatGoogleGenerativeAI", "gemini-2.5-flash"),
        ("langchain_groq", "ChatGroq", "llama-3.3-70b-versatile"),
    ],
)
def test_chat_models_of_other_packages_get_one_behind_them(
    mend_tree: Mend, package: str, cls: str, model: str
) -> None:
    llm = f"""
    from {package} import {cls}

    llm = {cls}(model="{model}", temperature=0)

    def main(text):
        return llm.invoke(text)

    if __name__ == "__main__":
        main("x")
    """
    mended = mend_tree({"app.py": llm}, "anthropic", checks=("no-fallback",))
    assert reasons(mended) == []
    imported, first, second = changed(mended)[:3]
    assert imported == "from langchain_anthropic import ChatAnthropic"
    assert first.endswith("temperature=0, timeout=20, max_retries=1).with_fallbacks(")
    assert second.startswith('[ChatAnthropic(model="claude-')


GROQ = """
    from groq import Groq

    client = Groq()

    def main(text):
        reply = client.chat.completions.create(
            model="llama-3.3-70b-versatile",
            messages=[{"role": "user", "content": text}],
            temperature=0.2,
            max_tokens=300,
        )
        return reply.choices[0].message.content

    if __name__ == "__main__":
        main("x")
"""


def test_groq_gets_one_behind_it_who_answers_the_same_form(mend_tree: Mend) -> None:
    mended = mend_tree({"app.py": GROQ}, "openai", checks=("no-fallback",))
    assert reasons(mended) == []
    after = mended.after["app.py"]
    assert "from groq import APIError, Groq" in after
    assert "reply = chat_or_openai(\n        client,\n" in after
    assert '**({"max_completion_tokens": longest} if longest else {}),' in after


def test_groq_with_tools_is_left_alone(mend_tree: Mend) -> None:
    code = GROQ.replace("temperature=0.2,", "tools=TOOLS,")
    mended = mend_tree({"app.py": code}, "openai", checks=("no-fallback",))
    assert (mended.patches, len(reasons(mended))) == ((), 1)
