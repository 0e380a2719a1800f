"""The same through libraries that ask several vendors."""

from __future__ import annotations

from tests.proof.python_samples import Sample

CLAUDE = '"anthropic/claude-sonnet-4-6"'
#: A call that lists who stands in, and gives it no key of its own.
LISTED = """
import os

from litellm import completion

def main(text):
    answer = completion(
        model="gpt-4o",
        messages=[{"role": "user", "content": text}],
        num_retries=0,
        timeout=2,
        MORE,
    )
    return answer.choices[0].message.content
"""

SAMPLES = {
    "litellm": Sample(
        "no-fallback", "openai", "anthropic", ("litellm",),
        """
        import litellm

        def main(text):
            said = [{"role": "user", "content": text}]
            return litellm.completion(model="gpt-4o", messages=said).choices[0].message.content
        """,
    ),
    "litellm-awaited": Sample(
        "no-fallback", "anthropic", "openai", ("litellm",),
        """
        from litellm import acompletion

        async def main(text):
            reply = await acompletion(
                model="anthropic/claude-sonnet-4-5",
                messages=[{"role": "user", "content": text}],
            )
            return reply.choices[0].message.content
        """,
    ),
    "litellm-own-key": Sample(
        "shared-credential", "openai", "anthropic", ("litellm",),
        LISTED.replace("MORE", f'api_key=os.environ["OPENAI_API_KEY"], fallbacks=[{CLAUDE}]'),
    ),
    "litellm-own-address": Sample(
        "wrong-model-fallback", "openai", "anthropic", ("litellm",),
        LISTED.replace("MORE", f'api_base="https://api.openai.com/v1", fallbacks=[{CLAUDE}]'),
    ),
    "litellm-one-more": Sample(
        "same-vendor-fallback", "openai", "anthropic", ("litellm",),
        LISTED.replace("MORE", 'fallbacks=["gpt-4o-mini"]'),
    ),
    "litellm-router": Sample(
        "no-fallback", "openai", "anthropic", ("litellm",),
        """
        from litellm import Router

        router = Router(
            model_list=[{"model_name": "chat", "litellm_params": {"model": "gpt-4o"}}],
        )

        def main(text):
            said = [{"role": "user", "content": text}]
            return router.completion(model="chat", messages=said).choices[0].message.content
        """,
    ),
    "langchain-google": Sample(
        "no-fallback", "google", "openai", ("langchain_google_genai", "langchain_openai"),
        """
        from langchain_google_genai import ChatGoogleGenerativeAI

        llm = ChatGoogleGenerativeAI(model="gemini-2.5-flash", temperature=0)

        def main(text):
            return llm.invoke(text).text
        """,
    ),
    "langchain-groq": Sample(
        "no-fallback", "groq", "anthropic", ("langchain_groq", "langchain_anthropic"),
        """
        from langchain_groq import ChatGroq

        llm = ChatGroq(model="llama-3.3-70b-versatile")

        def main(text):
            return llm.invoke(text).text
        """,
    ),
    "langchain-openai": Sample(
        "no-fallback", "openai", "anthropic", ("langchain_openai", "langchain_anthropic"),
        """
        from langchain_core.prompts import ChatPromptTemplate
        from langchain_openai import ChatOpenAI

        llm = ChatOpenAI(model="gpt-4o", temperature=0)

        def main(text):
            chain = ChatPromptTemplate.from_template("{q}") | llm
            return chain.invoke({"q": text}).content
        """,
    ),
    "langchain-anthropic": Sample(
        "no-fallback", "anthropic", "openai", ("langchain_openai", "langchain_anthropic"),
        """
        from langchain_anthropic import ChatAnthropic

        async def main(text):
            llm = ChatAnthropic(model="claude-sonnet-4-5")
            return (await llm.ainvoke(text)).content
        """,
    ),
    "langchain-agent": Sample(
        "no-fallback", "openai", "anthropic",
        ("langchain", "langchain_openai", "langchain_anthropic"),
        """
        from langchain.agents import create_agent
        from langchain_openai import ChatOpenAI

        agent = create_agent(ChatOpenAI(model="gpt-4o", timeout=1, max_retries=0))

        def main(text):
            said = agent.invoke({"messages": [{"role": "user", "content": text}]})
            return said["messages"][-1].content
        """,
    ),
    "langchain-by-name": Sample(
        "no-fallback", "anthropic", "openai",
        ("langchain", "langchain_openai", "langchain_anthropic"),
        """
        from langchain.chat_models import init_chat_model

        model = init_chat_model("anthropic:claude-sonnet-4-5")

        def main(text):
            return model.invoke(text).content
        """,
    ),
    "pydantic-ai": Sample(
        "no-fallback", "anthropic", "openai", ("pydantic_ai", "openai", "anthropic"),
        """
        from pydantic_ai import Agent

        agent = Agent("anthropic:claude-sonnet-4-5", instructions="Be brief.")

        async def main(text):
            return (await agent.run(text)).output
        """,
    ),
}  # fmt: skip
