"""RetrievalQA.from_chain_type(llm).run("why") is only spoken of."""

from itertools import chain

from langchain.chains import LLMChain
from langchain.memory import ConversationBufferMemory
from langchain.prompts import PromptTemplate
from langchain_community.retrievers import BM25Retriever
from langchain_community.tools import DuckDuckGoSearchRun
from langchain_community.utilities import SQLDatabase
from langchain_core.output_parsers import JsonOutputParser, StrOutputParser
from langchain_core.prompts import ChatPromptTemplate, MessagesPlaceholder
from langchain_core.runnables import Runnable, RunnableLambda
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from langchain_text_splitters import RecursiveCharacterTextSplitter

llm = ChatOpenAI(model="gpt-4o")

# a chain that is built and never run
naming = LLMChain(llm=llm, prompt=PromptTemplate.from_template("Name {product}"))

# prompts, parsers, tools and memories ask nobody
prompt = ChatPromptTemplate.from_messages([("human", "{x}"), MessagesPlaceholder("history")])
prompt.invoke({"x": "hi", "history": []})
prompt.format_messages(x="hi", history=[])
JsonOutputParser().invoke("{}")
formatting = prompt | StrOutputParser()
formatting.invoke({"x": "hi", "history": []})
ConversationBufferMemory().save_context({"input": "a"}, {"output": "b"})
DuckDuckGoSearchRun().invoke("weather")
SQLDatabase.from_uri("sqlite:///:memory:").run("select 1")

# a retriever without embeddings
keyword = BM25Retriever.from_texts(["a", "b"])
keyword.invoke("a")
RecursiveCharacterTextSplitter().split_documents([])


@tool
def add(a: int, b: int) -> int:
    """Add."""
    return a + b


add.invoke({"a": 1, "b": 2})
RunnableLambda(lambda x: x + 1).invoke(1)


def run(step: Runnable, graph) -> None:
    """A Runnable may be anything, and so may a graph."""
    step.invoke("hi")
    graph.invoke({"messages": []})


flat = list(chain.from_iterable([[1], [2]]))
