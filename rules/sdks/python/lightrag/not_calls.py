from lightrag import LightRAG, QueryParam
from lightrag.llm.openai import gpt_4o_mini_complete

rag = LightRAG(working_dir="x", llm_model_func=gpt_4o_mini_complete)
rag.get_graph_labels()
param = QueryParam(mode="hybrid")
