from langchain.chat_models import JinaChat
from langchain.embeddings import LlamaCppEmbeddings
from langchain.llms import GPT4All, LlamaCpp, Replicate
from langchain_community.chat_models import ChatTongyi, ChatZhipuAI, MoonshotChat
from langchain_community.chat_models import QianfanChatEndpoint
from langchain_community.chat_models.llamacpp import ChatLlamaCpp
from langchain_community.document_compressors import FlashrankRerank, JinaRerank
from langchain_community.embeddings import DashScopeEmbeddings, FastEmbedEmbeddings, JinaEmbeddings
from langchain_community.llms import VLLM, DeepInfra, VLLMOpenAI
from langchain_core.messages import HumanMessage

# expect: kind=chat vendor=alibaba platform=dashscope model=qwen-max
ChatTongyi(model="qwen-max", streaming=True).invoke("hi")
# expect: kind=embedding vendor=alibaba platform=dashscope model=text-embedding-v1
DashScopeEmbeddings().embed_query("hi")

# expect: kind=chat vendor=zhipu platform=zhipu-api model=glm-4
ChatZhipuAI(api_key="key").invoke("hi")
# expect: kind=chat vendor=moonshot platform=moonshot-api model=moonshot-v1-8k
MoonshotChat().stream("hi")
# expect: kind=chat vendor=baidu platform=baidu-api
QianfanChatEndpoint(model="ERNIE-Bot-4").invoke("hi")

# expect: kind=embedding vendor=jina platform=jina-api model=jina-embeddings-v3
JinaEmbeddings(model_name="jina-embeddings-v3").embed_documents(["a"])
# expect: kind=rerank vendor=jina platform=jina-api
JinaRerank().compress_documents([], "why")
# expect: kind=chat vendor=jina platform=jina-api
JinaChat(temperature=0)([HumanMessage(content="hi")])

# expect: kind=completion vendor=meta platform=replicate
Replicate(model="meta/llama-2-70b-chat")("Once")
# expect: kind=completion vendor=meta platform=deepinfra
DeepInfra(model_id="meta-llama/Llama-2-70b-chat-hf").invoke("hi")


class Local:
    def __init__(self):
        self.llm = LlamaCpp(model_path="models/llama-2-7b.gguf")
        self.server = VLLMOpenAI(
            model_name="meta-llama/Llama-3.1-8B", openai_api_base="http://localhost:8000/v1"
        )

    def ask(self, question):
        # expect: kind=completion platform=local-server
        first = self.llm.invoke(question)
        # expect: kind=completion platform=vllm
        second = self.server.invoke(question)
        # expect: kind=chat platform=local-server
        third = ChatLlamaCpp(model_path="models/llama-2-7b.gguf").invoke(question)
        return first, second, third


# expect: kind=completion platform=local-server
GPT4All(model="./models/ggml-gpt4all-j.bin")("Once")
# expect: kind=completion platform=local-server
VLLM(model="mosaicml/mpt-7b").invoke("hi")
# expect: kind=embedding platform=local-server
FastEmbedEmbeddings().embed_query("hi")
# expect: kind=embedding platform=local-server
LlamaCppEmbeddings(model_path="models/llama-2-7b.gguf").embed_query("hi")
# expect: kind=rerank platform=local-server
FlashrankRerank().compress_documents([], "why")
