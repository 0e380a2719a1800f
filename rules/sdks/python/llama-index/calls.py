from llama_index.core import PromptTemplate, Settings, SimpleDirectoryReader, StorageContext
from llama_index.core import SummaryIndex, VectorStoreIndex, get_response_synthesizer
from llama_index.core import load_index_from_storage
from llama_index.core.agent.workflow import AgentWorkflow, FunctionAgent, ReActAgent
from llama_index.core.chat_engine import ContextChatEngine
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.evaluation import FaithfulnessEvaluator
from llama_index.core.extractors import TitleExtractor
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.llms import LLM, ChatMessage
from llama_index.core.program import LLMTextCompletionProgram
from llama_index.core.query_engine import NLSQLTableQueryEngine, RetrieverQueryEngine
from llama_index.core.retrievers import VectorIndexRetriever
from llama_index.embeddings.openai import OpenAIEmbedding
from llama_index.llms.anthropic import Anthropic
from llama_index.llms.openai import OpenAI

documents = SimpleDirectoryReader("data").load_data()

# expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-ada-002
index = VectorStoreIndex.from_documents(documents)

engine = index.as_query_engine(similarity_top_k=3)
# expect: kind=chat vendor=openai platform=openai-api model=gpt-3.5-turbo
engine.query("Why?")

# expect: kind=chat vendor=openai platform=openai-api
index.as_query_engine(llm=OpenAI(model="gpt-4o")).query("Why?")

chatting = index.as_chat_engine(chat_mode="context")
# expect: kind=chat vendor=openai
chatting.chat("hi")
# expect: kind=chat vendor=openai
chatting.stream_chat("hi").print_response_stream()

# expect: kind=embedding vendor=openai
index.as_retriever(similarity_top_k=2).retrieve("why")
# expect: kind=embedding vendor=openai
index.insert(documents[0])

restored = load_index_from_storage(StorageContext.from_defaults(persist_dir="storage"))


class Answers:
    def __init__(self):
        self.engine = restored.as_query_engine()

    async def answer(self, question):
        # expect: kind=chat vendor=openai platform=openai-api
        return await self.engine.aquery(question)


# reading documents into a summary index asks nobody; its engine does
# expect: kind=chat vendor=openai model=gpt-3.5-turbo
SummaryIndex.from_documents(documents).as_query_engine().query("Summarize.")

retriever = VectorIndexRetriever(index=index, similarity_top_k=10)
# expect: kind=embedding vendor=openai
retriever.retrieve("why")
synthesizer = get_response_synthesizer(llm=OpenAI(model="gpt-4"))
# expect: kind=chat vendor=openai
RetrieverQueryEngine(retriever=retriever, response_synthesizer=synthesizer).query("Why?")

claude = Anthropic(model="claude-3-5-sonnet-latest")
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
NLSQLTableQueryEngine(sql_database=None, tables=["users"], llm=claude).query("how many")

# expect: kind=chat vendor=anthropic
ContextChatEngine.from_defaults(retriever=retriever, llm=claude).chat("hi")

# expect: kind=chat vendor=anthropic
LLMTextCompletionProgram.from_defaults(output_cls=dict, prompt_template_str="", llm=claude)(x=1)

# expect: kind=chat vendor=openai
FaithfulnessEvaluator(llm=OpenAI("gpt-4")).evaluate_response(response=None)

pipeline = IngestionPipeline(transformations=[TitleExtractor(llm=OpenAI()), OpenAIEmbedding()])
# expect: kind=embedding vendor=openai
pipeline.run(documents=documents)


def multiply(a: float, b: float) -> float:
    """Multiply."""
    return a * b


async def agents():
    agent = FunctionAgent(tools=[multiply], llm=OpenAI(model="gpt-4o-mini"))
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-4o-mini
    await agent.run("2 times 3?")

    # expect: kind=agent vendor=anthropic
    await ReActAgent(tools=[multiply], llm=claude).run(user_msg="2 times 3?")

    team = AgentWorkflow(agents=[agent], root_agent="agent")
    # expect: kind=agent vendor=openai
    await team.run(user_msg="2 times 3?")

    # expect: kind=agent vendor=openai model=gpt-3.5-turbo
    await AgentWorkflow.from_tools_or_functions([multiply]).run(user_msg="2 times 3?")


def summarize(llm: LLM, text: str):
    # expect: kind=chat dynamic=true
    return llm.predict(PromptTemplate("Summarize {text}"), text=text)


def embed(model: BaseEmbedding, text: str):
    # expect: kind=embedding dynamic=true
    return model.get_text_embedding(text)


# expect: kind=chat vendor=openai model=gpt-3.5-turbo
Settings.llm.complete("hi")

# expect: kind=chat vendor=anthropic
claude.chat([ChatMessage(role="user", content="hi")])
