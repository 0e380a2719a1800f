"""Letters to other doctors."""

from langchain_anthropic import ChatAnthropic
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_google_genai import ChatGoogleGenerativeAI

prompt = ChatPromptTemplate.from_template("Write a short letter about this finding:\n{text}")
model = ChatGoogleGenerativeAI(model="gemini-2.5-pro").with_fallbacks(
    [ChatAnthropic(model="claude-sonnet-4-6")]
)
chain = prompt | model | StrOutputParser()


def write_letter(text: str) -> str:
    return chain.invoke({"text": text})
