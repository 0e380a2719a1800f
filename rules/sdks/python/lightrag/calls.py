from lightrag import LightRAG
from lightrag.llm.ollama import ollama_embed, ollama_model_complete
from lightrag.llm.openai import gpt_4o_mini_complete, openai_complete_if_cache, openai_embed
from lightrag.utils import EmbeddingFunc


async def ask(prompt, system_prompt=None, history_messages=[], **kwargs):
    # expect: kind=chat vendor=deepseek platform=deepseek-api model=deepseek-chat
    return await openai_complete_if_cache(
        "deepseek-chat", prompt, system_prompt=system_prompt, base_url="https://api.deepseek.com/v1"
    )


async def shipped():
    rag = LightRAG(working_dir="x", llm_model_func=gpt_4o_mini_complete, embedding_func=openai_embed)
    # expect: kind=chat vendor=openai platform=openai-api
    await rag.aquery("Why?")


async def own():
    embed = EmbeddingFunc(embedding_dim=1024, func=lambda texts: ollama_embed(texts, embed_model="bge-m3", host="http://localhost:11434"))  # expect: kind=embedding platform=ollama
    rag = LightRAG(working_dir="x", llm_model_func=ask, embedding_func=embed)
    await rag.ainsert("text")


def local():
    rag = LightRAG(working_dir="x", llm_model_func=ollama_model_complete, llm_model_name="qwen2.5")
    # expect: kind=chat platform=ollama
    rag.query("Why?")
