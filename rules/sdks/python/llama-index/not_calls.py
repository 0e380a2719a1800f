"""index.as_query_engine().query("Why?") is only written here."""

from llama_index.core import Document, PromptTemplate, StorageContext, SummaryIndex
from llama_index.core.llms import ChatMessage, MockLLM
from llama_index.core.memory import ChatMemoryBuffer
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.postprocessor import SimilarityPostprocessor
from llama_index.core.tools import FunctionTool
from llama_index.retrievers.bm25 import BM25Retriever

documents = [Document(text="hi")]
nodes = SentenceSplitter(chunk_size=512).get_nodes_from_documents(documents)
listing = SummaryIndex.from_documents(documents)
listing.storage_context.persist("storage")
engine = listing.as_query_engine()

BM25Retriever.from_defaults(nodes=nodes).retrieve("why")
SimilarityPostprocessor(similarity_cutoff=0.7).postprocess_nodes([])
PromptTemplate("Summarize {text}").format(text="hi")
ChatMemoryBuffer.from_defaults(token_limit=3000).put(ChatMessage(content="hi"))
FunctionTool.from_defaults(fn=len).call("abc")
StorageContext.from_defaults()
MockLLM().complete("hi")


class Engine:
    def query(self, question):
        return question.upper()


Engine().query("why")
