from databricks_langchain import ChatDatabricks
from langchain.embeddings import HuggingFaceEmbeddings as OldHuggingFaceEmbeddings
from langchain.llms import Cohere, HuggingFaceHub, Ollama, Together
from langchain_azure_ai.chat_models import AzureAIChatCompletionsModel
from langchain_cerebras import ChatCerebras
from langchain_cohere import ChatCohere, CohereEmbeddings, CohereRerank
from langchain_community.chat_models import ChatLiteLLM, ChatPerplexity
from langchain_deepseek import ChatDeepSeek
from langchain_fireworks import ChatFireworks
from langchain_groq import ChatGroq
from langchain_huggingface import ChatHuggingFace, HuggingFaceEmbeddings, HuggingFaceEndpoint
from langchain_ibm import ChatWatsonx
from langchain_litellm import ChatLiteLLM as NewChatLiteLLM
from langchain_mistralai import ChatMistralAI, MistralAIEmbeddings
from langchain_nvidia_ai_endpoints import ChatNVIDIA, NVIDIAEmbeddings, NVIDIARerank
from langchain_ollama import ChatOllama, OllamaEmbeddings, OllamaLLM
from langchain_openrouter import ChatOpenRouter
from langchain_together import ChatTogether
from langchain_upstage import ChatUpstage
from langchain_voyageai import VoyageAIEmbeddings
from langchain_xai import ChatXAI

# expect: kind=chat vendor=mistral platform=mistral-api model=mistral-large-latest
ChatMistralAI(model="mistral-large-latest").invoke("hi")
# expect: kind=embedding vendor=mistral platform=mistral-api model=mistral-embed
MistralAIEmbeddings().embed_query("hi")

# expect: kind=chat vendor=cohere platform=cohere-api model=command-r-plus
ChatCohere(model="command-r-plus").invoke("hi")
# expect: kind=embedding vendor=cohere platform=cohere-api model=embed-english-v3.0
CohereEmbeddings(model="embed-english-v3.0").embed_documents(["a"])
# expect: kind=rerank vendor=cohere platform=cohere-api model=rerank-v3.5
CohereRerank(model="rerank-v3.5").compress_documents([], "why")
# expect: kind=completion vendor=cohere platform=cohere-api
Cohere(model="command-xlarge")("Once")

groq = ChatGroq(model="llama-3.3-70b-versatile", temperature=0)
# expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
groq.with_structured_output(dict).invoke("hi")


class Local:
    """Models that run on the team's own machines."""

    def __init__(self, model: str = "llama3.1"):
        self.chat = ChatOllama(model=model, base_url="http://localhost:11434")
        self.text = OllamaLLM(model="mistral")
        self.embeddings = OllamaEmbeddings(model="nomic-embed-text")

    async def ask(self, question):
        # expect: kind=chat platform=ollama model=llama3.1
        answer = await self.chat.ainvoke(question)
        # expect: kind=completion platform=ollama
        return answer, self.text.invoke(question)

    def embed(self, text):
        # expect: kind=embedding platform=ollama
        vector = self.embeddings.embed_query(text)
        # expect: kind=embedding platform=local-server
        return vector, HuggingFaceEmbeddings(model_name="BAAI/bge-small-en").embed_query(text)


# expect: kind=completion platform=ollama
Ollama(model="llama2")("Once")
# expect: kind=embedding platform=local-server
OldHuggingFaceEmbeddings().embed_query("hi")

# expect: kind=completion platform=huggingface
HuggingFaceHub(repo_id="google/flan-t5-xxl")("Once")
endpoint = HuggingFaceEndpoint(repo_id="meta-llama/Meta-Llama-3-8B-Instruct")
# expect: kind=chat vendor=meta platform=huggingface
ChatHuggingFace(llm=endpoint).invoke("hi")

# expect: kind=chat vendor=deepseek platform=deepseek-api model=deepseek-chat
ChatDeepSeek(model="deepseek-chat").invoke("hi")
# expect: kind=chat vendor=xai platform=xai-api model=grok-4
ChatXAI().invoke("hi")
# expect: kind=chat vendor=perplexity platform=perplexity-api model=sonar-pro
ChatPerplexity(model="sonar-pro").invoke("hi")
# expect: kind=chat vendor=meta platform=cerebras model=llama3.1-8b
ChatCerebras(model="llama3.1-8b").invoke("hi")
# expect: kind=chat vendor=meta platform=fireworks
ChatFireworks(model="accounts/fireworks/models/llama-v3p1-70b-instruct").invoke("hi")
# expect: kind=chat vendor=alibaba platform=together
ChatTogether(model="Qwen/Qwen2.5-72B-Instruct-Turbo").invoke("hi")
# expect: kind=completion vendor=meta platform=together
Together(model="meta-llama/Llama-2-7b-chat-hf").invoke("hi")

# expect: kind=chat vendor=meta platform=nvidia-nim
ChatNVIDIA(model="meta/llama-3.1-70b-instruct").invoke("hi")
# expect: kind=embedding vendor=nvidia platform=nvidia-nim
NVIDIAEmbeddings(model="nvidia/nv-embedqa-e5-v5").embed_query("hi")
# expect: kind=rerank vendor=nvidia platform=nvidia-nim
NVIDIARerank(model="nvidia/llama-3.2-nv-rerankqa-1b-v2").compress_documents([], "why")

# expect: kind=chat vendor=ibm platform=ibm-watsonx
ChatWatsonx(model_id="ibm/granite-3-8b-instruct", project_id="p").invoke("hi")
# expect: kind=embedding vendor=voyage platform=voyage-api model=voyage-3
VoyageAIEmbeddings(model="voyage-3").embed_query("hi")
# expect: kind=chat vendor=upstage platform=upstage-api model=solar-pro
ChatUpstage(model="solar-pro").invoke("hi")
# expect: kind=chat vendor=meta platform=databricks
ChatDatabricks(endpoint="databricks-meta-llama-3-3-70b-instruct").invoke("hi")
# expect: kind=chat vendor=mistral platform=azure-ai-foundry
AzureAIChatCompletionsModel(endpoint="https://x.services.ai.azure.com/models",
                            credential="key", model="mistral-large-2407").invoke("hi")

# expect: kind=chat vendor=anthropic gateway=openrouter
ChatOpenRouter(model="anthropic/claude-sonnet-4.5").invoke("hi")

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-haiku-20240307
ChatLiteLLM(model="anthropic/claude-3-haiku-20240307").invoke("hi")
# expect: kind=chat vendor=openai platform=azure-openai
NewChatLiteLLM(model="azure/gpt-4o").invoke("hi")
