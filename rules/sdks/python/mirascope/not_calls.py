from mirascope import BaseMessageParam, llm, prompt_template
from mirascope.core import openai
from mirascope.llm import tool


@prompt_template("Recommend a {genre} book")
def recommend(genre: str): ...


recommend("fantasy")


@tool
def search(query: str) -> str:
    return query


@openai.call("gpt-4o-mini")
def never_called(genre: str) -> list[BaseMessageParam]:
    return [BaseMessageParam(role="user", content=genre)]


llm.Model("openai/gpt-5-mini")
