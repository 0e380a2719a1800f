import os

from deepagents import create_deep_agent
from langchain import LLMChain as VeryOldLLMChain
from langchain.agents import AgentExecutor, AgentType, create_agent, create_tool_calling_agent
from langchain.agents import initialize_agent
from langchain.agents.middleware import SummarizationMiddleware
from langchain.chains import ConversationalRetrievalChain, ConversationChain, LLMChain, RetrievalQA
from langchain.chains import create_history_aware_retriever, create_retrieval_chain
from langchain.chains.combine_documents import create_stuff_documents_chain
from langchain.chains.question_answering import load_qa_chain
from langchain.chains.summarize import load_summarize_chain
from langchain.chat_models import init_chat_model
from langchain.embeddings import init_embeddings
from langchain.prompts import PromptTemplate
from langchain.retrievers import ContextualCompressionRetriever, MultiQueryRetriever
from langchain.retrievers.document_compressors import LLMChainExtractor
from langchain_anthropic import ChatAnthropic
from langchain_community.agent_toolkits import create_sql_agent
from langchain_core.language_models import BaseChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnableParallel, RunnablePassthrough
from langchain_core.runnables import RunnableWithMessageHistory
from langchain_core.vectorstores import InMemoryVectorStore
from langchain_experimental.agents import create_pandas_dataframe_agent
from langchain_experimental.graph_transformers import LLMGraphTransformer
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

llm = ChatOpenAI(model="gpt-4o")
claude = ChatAnthropic(model="claude-3-5-sonnet-latest")
template = PromptTemplate.from_template("Name a company that makes {product}")
prompt = ChatPromptTemplate.from_template("{context}\n{question}")

# ---- models named by a string

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
init_chat_model("openai:gpt-4o-mini").invoke("hi")

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-haiku-20240307
init_chat_model("claude-3-haiku-20240307", model_provider="anthropic").invoke("hi")

# expect: kind=chat vendor=anthropic platform=aws-bedrock
init_chat_model("anthropic.claude-v2", model_provider="bedrock").invoke("hi")

# expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
init_embeddings("openai:text-embedding-3-small").embed_query("hi")

configurable = init_chat_model(configurable_fields=("model", "max_tokens", "api_key"))
settings = {"model": "openai:gpt-4.1", "max_tokens": 100}
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4.1
configurable.with_structured_output(dict).with_retry().with_config(settings).invoke("hi")

# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
configurable.invoke("hi", config={"configurable": {"model": "google_genai:gemini-2.0-flash"}})


def ask(model: BaseChatModel, question: str) -> str:
    # expect: kind=chat dynamic=true
    return model.invoke(question).content


def ask_configured(question: str) -> str:
    model = init_chat_model(os.environ["MODEL"])
    # expect: kind=chat dynamic=true
    return model.invoke(question).content


# ---- composition

chain = {"context": RunnablePassthrough(), "question": RunnablePassthrough()} | prompt | claude
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
chain.invoke("hi")

safe = llm.with_fallbacks([claude])
# expect: kind=chat vendor=openai,anthropic platform=openai-api,anthropic-api
(prompt | safe | StrOutputParser()).invoke({"context": "", "question": "hi"})

with_memory = RunnableWithMessageHistory(prompt | llm, lambda session: None)
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
with_memory.invoke({"question": "hi"}, config={"configurable": {"session_id": "1"}})

gathered = RunnableParallel({"context": RunnablePassthrough()}) | prompt | llm
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
gathered.batch(["a", "b"])

# ---- chains

naming = LLMChain(llm=llm, prompt=template)
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
naming.run("socks")
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
naming({"product": "socks"})
# expect: kind=chat vendor=anthropic
VeryOldLLMChain(llm=claude, prompt=template).predict(product="socks")

# expect: kind=chat vendor=openai
ConversationChain(llm=llm).predict(input="hi")

# expect: kind=chat vendor=anthropic
load_summarize_chain(claude, chain_type="map_reduce").invoke([])
# expect: kind=chat vendor=openai
load_qa_chain(llm, chain_type="stuff").run(input_documents=[], question="why")

store = InMemoryVectorStore(OpenAIEmbeddings())
retriever = store.as_retriever()

# the language model and the embedding model behind the retriever are the same vendor's
qa = RetrievalQA.from_chain_type(llm=llm, retriever=retriever)
# expect: kind=chat vendor=openai platform=openai-api
qa.invoke({"query": "why"})

# expect: kind=chat vendor=openai platform=openai-api
ConversationalRetrievalChain.from_llm(llm, retriever)({"question": "why", "chat_history": []})

aware = create_history_aware_retriever(llm, retriever, prompt)
answering = create_stuff_documents_chain(llm, prompt)
rag = create_retrieval_chain(aware, answering)
# expect: kind=chat vendor=openai platform=openai-api
rag.invoke({"input": "why"})

# expect: kind=chat vendor=openai platform=openai-api
MultiQueryRetriever.from_llm(retriever=retriever, llm=llm).invoke("why")

compressor = LLMChainExtractor.from_llm(llm)
# expect: kind=rerank vendor=openai platform=openai-api
ContextualCompressionRetriever(base_compressor=compressor, base_retriever=retriever).invoke("why")

# expect: kind=chat vendor=openai
LLMGraphTransformer(llm=llm).convert_to_graph_documents([])

# ---- agents


def lookup(word: str) -> str:
    """A tool."""
    return word


executor = AgentExecutor(agent=create_tool_calling_agent(llm, [], prompt), tools=[])
# expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
executor.invoke({"input": "hi"})

old = initialize_agent([], claude, agent=AgentType.ZERO_SHOT_REACT_DESCRIPTION)
# expect: kind=agent vendor=anthropic
old.run("hi")

# expect: kind=agent vendor=anthropic
create_sql_agent(llm=claude, db=None, agent_type="tool-calling").invoke("how many")

# expect: kind=agent vendor=openai
create_pandas_dataframe_agent(llm, None).run("how many rows")


async def modern():
    agent = create_agent(
        model="anthropic:claude-sonnet-4-5",
        tools=[lookup],
        middleware=[SummarizationMiddleware(model="openai:gpt-4o-mini")],
    )
    # expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
    await agent.ainvoke({"messages": []})

    # expect: kind=agent vendor=openai
    async for event in create_agent(llm, tools=[]).astream({"messages": []}):
        print(event)

    # expect: kind=agent vendor=anthropic model=claude-sonnet-4-6
    await create_deep_agent(tools=[lookup]).ainvoke({"messages": []})


def served(app):
    from langchain_openai import ChatOpenAI
    from langserve import add_routes

    # expect: kind=chat vendor=openai model=gpt-4o
    add_routes(app, ChatOpenAI(model="gpt-4o"), path="/chat")
