from llama_index.core.llms import ChatMessage
from llama_index.embeddings.cohere import CohereEmbedding
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.embeddings.langchain import LangchainEmbedding
from llama_index.embeddings.openai import OpenAIEmbedding
from llama_index.embeddings.voyageai import VoyageEmbedding
from llama_index.llms import OpenAI as OldOpenAI
from llama_index.llms.anthropic import Anthropic
from llama_index.llms.azure_openai import AzureOpenAI
from llama_index.llms.bedrock_converse import BedrockConverse
from llama_index.llms.gemini import Gemini
from llama_index.llms.google_genai import GoogleGenAI
from llama_index.llms.groq import Groq
from llama_index.llms.langchain import LangChainLLM
from llama_index.llms.litellm import LiteLLM
from llama_index.llms.mistralai import MistralAI
from llama_index.llms.ollama import Ollama
from llama_index.llms.openai import OpenAI
from llama_index.llms.openai_like import OpenAILike
from llama_index.llms.openrouter import OpenRouter
from llama_index.multi_modal_llms.openai import OpenAIMultiModal
from llama_index.postprocessor.cohere_rerank import CohereRerank
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

llm = OpenAI(model="gpt-4o", temperature=0.1)
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
llm.complete("Paul Graham is ")
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
for delta in llm.stream_chat([ChatMessage(role="user", content="hi")]):
    print(delta.delta)
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
llm.as_structured_llm(dict).complete("hi")


class Claude:
    def __init__(self, model="claude-3-opus-20240229"):
        self.llm = Anthropic(model=model)

    async def ask(self, messages):
        # expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-opus-20240229
        return await self.llm.achat(messages)


# expect: kind=chat vendor=openai platform=openai-api model=gpt-3.5-turbo
OldOpenAI().complete("hi")
# expect: kind=chat vendor=openai platform=azure-openai
AzureOpenAI(engine="my-gpt4", model="gpt-4", azure_endpoint="https://x.openai.azure.com").chat([])
# expect: kind=chat vendor=anthropic platform=aws-bedrock
BedrockConverse(model="anthropic.claude-3-haiku-20240307-v1:0").complete("hi")
# expect: kind=chat vendor=google platform=google-ai-studio
Gemini(model="models/gemini-1.5-flash").complete("hi")
# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
GoogleGenAI(model="gemini-2.0-flash").complete("hi")
# expect: kind=chat vendor=google platform=google-vertex model=gemini-2.0-flash
GoogleGenAI(model="gemini-2.0-flash", vertexai_config={"project": "p"}).complete("hi")
# expect: kind=chat vendor=meta platform=groq
Groq(model="llama3-70b-8192", api_key="key").complete("hi")
# expect: kind=chat vendor=mistral platform=mistral-api model=mistral-large-latest
MistralAI().complete("hi")
# expect: kind=chat platform=ollama model=llama3.1
Ollama(model="llama3.1", request_timeout=120.0).complete("hi")
# expect: kind=chat vendor=openai gateway=openrouter
OpenRouter(model="openai/gpt-4o", api_key="key").complete("hi")
# expect: kind=chat vendor=cohere platform=cohere-api
LiteLLM("cohere/command-r").complete("hi")
# expect: kind=chat platform=lmstudio
OpenAILike(model="local", api_base="http://localhost:1234/v1", api_key="none").complete("hi")
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
LangChainLLM(llm=ChatOpenAI(model="gpt-4o-mini")).complete("hi")
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4-vision-preview
OpenAIMultiModal().complete(prompt="What is this?", image_documents=[])

embed_model = OpenAIEmbedding(model="text-embedding-3-small")
# expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
embed_model.get_text_embedding_batch(["a", "b"])
# expect: kind=embedding vendor=cohere platform=cohere-api
CohereEmbedding(model_name="embed-english-v3.0").get_query_embedding("hi")
# expect: kind=embedding vendor=voyage platform=voyage-api
VoyageEmbedding("voyage-3", voyage_api_key="key").get_text_embedding("hi")
# expect: kind=embedding platform=local-server
HuggingFaceEmbedding(model_name="BAAI/bge-small-en-v1.5").get_text_embedding("hi")
# expect: kind=embedding vendor=openai
LangchainEmbedding(OpenAIEmbeddings()).get_text_embedding("hi")
# expect: kind=rerank vendor=cohere platform=cohere-api
CohereRerank(top_n=2, model="rerank-english-v3.0").postprocess_nodes([], query_str="why")
