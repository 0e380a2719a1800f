from llama_index.core.llms import MockLLM
from llama_index.embeddings.openai import OpenAIEmbedding
from llama_index.llms.openai import OpenAI
from llama_index.llms.openai.utils import openai_modelname_to_contextsize
from llama_index.readers.web import SimpleWebPageReader

llm = OpenAI(model="gpt-4o")
window = llm.metadata.context_window
embed_model = OpenAIEmbedding()
openai_modelname_to_contextsize("gpt-4o")
MockLLM(max_tokens=5).chat([])
SimpleWebPageReader().load_data(["https://example.com"])


class Chat:
    def complete(self, order):
        return order


Chat().complete("order 1")
