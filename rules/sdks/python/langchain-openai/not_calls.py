"""llm.invoke("hi") asks ChatOpenAI, but only in this sentence."""

from itertools import chain

from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

prompt = ChatPromptTemplate.from_template("Tell me a joke about {topic}")
parser = StrOutputParser()

# built, combined, never asked
llm = ChatOpenAI(model="gpt-4o")
joke = prompt | llm | parser
tooled = llm.bind_tools([]).with_config(tags=["x"])
embeddings = OpenAIEmbeddings()

# neither a prompt nor a parser asks anybody
message = prompt.invoke({"topic": "bears"})
text = parser.invoke("hi")
formatting = prompt | parser
formatting.invoke({"topic": "bears"})

llm.get_num_tokens("hi")
llm.get_num_tokens_from_messages([])
joke.get_graph().print_ascii()
joke.get_prompts()
flat = list(chain.from_iterable([[1], [2]]))


class ChatOpenAIMock:
    def invoke(self, messages):
        return "canned"


ChatOpenAIMock().invoke("hi")
