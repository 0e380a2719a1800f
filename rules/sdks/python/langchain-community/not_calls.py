from langchain_community.cache import SQLiteCache
from langchain_community.callbacks import get_openai_callback
from langchain_community.chat_models import ChatTongyi, FakeListChatModel
from langchain_community.chat_models.fake import FakeMessagesListChatModel
from langchain_community.document_loaders import PyPDFLoader, WebBaseLoader
from langchain_community.embeddings import FakeEmbeddings
from langchain_community.llms import FakeListLLM
from langchain_community.tools.tavily_search import TavilySearchResults
from langchain_community.utilities import WikipediaAPIWrapper

tongyi = ChatTongyi(model="qwen-max")

# doubles for tests
FakeListChatModel(responses=["a"]).invoke("hi")
FakeMessagesListChatModel(responses=[]).invoke("hi")
FakeListLLM(responses=["a"]).invoke("hi")
FakeEmbeddings(size=3).embed_query("hi")

pages = PyPDFLoader("a.pdf").load()
sites = WebBaseLoader("https://example.com").load()
TavilySearchResults(max_results=3).invoke("weather")
WikipediaAPIWrapper().run("bears")
cache = SQLiteCache(database_path=".langchain.db")

with get_openai_callback() as cost:
    print(cost.total_cost)
