"""Modules with one call each, that many tests put into their repositories."""

from __future__ import annotations

from tests.linker.reading import openai

#: A module whose function asks, on line 7.
LLM = """
    from openai import OpenAI

    client = OpenAI()


    def ask(prompt):
        return client.responses.create(model="gpt-4o", input=prompt)
"""
CALL = ["llm.py:7"]

#: The same, but the caller may name another model.
ANY_MODEL = """
    from openai import OpenAI

    client = OpenAI()


    def ask(prompt, model="gpt-4o"):
        return client.responses.create(model=model, input=prompt)
"""

#: A module with one call, on line 5, that nothing around it may hide.
SOUND = """
    from openai import OpenAI


    def sound(prompt):
        return OpenAI().responses.create(model="gpt-4o", input=prompt)
"""
SOUND_CALL = {"sound.py:5": openai("gpt-4o")}
