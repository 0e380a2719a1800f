from airflow.providers.common.ai.operators.llm import LLMOperator
from airflow.providers.openai.hooks.openai import OpenAIHook
from airflow.providers.openai.operators.openai import OpenAIEmbeddingOperator


def build():
    # expect: kind=agent vendor=anthropic platform=anthropic-api
    LLMOperator(task_id="x", prompt="Sum up.", llm_conn_id="llm", model_id="anthropic:claude-sonnet-4-5")
    # expect: kind=agent dynamic=true
    LLMOperator(task_id="y", prompt="Sum up.", llm_conn_id="llm")
    # expect: kind=embedding vendor=openai platform=openai-api
    OpenAIEmbeddingOperator(task_id="z", conn_id="openai", input_text="x", model="text-embedding-3-small")


def ask():
    # expect: kind=chat vendor=openai platform=openai-api
    return OpenAIHook(conn_id="openai").create_chat_completion(messages=[], model="gpt-4o")
