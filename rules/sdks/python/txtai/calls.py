from txtai import RAG, LLM, Embeddings

llm = LLM("openai/gpt-4o", api_key="x")
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
llm("Hi")

own = LLM("Qwen/Qwen3-4B-Instruct")
# expect: kind=chat vendor=alibaba platform=local-server
own("Hi")

index = Embeddings({"path": "openai/text-embedding-3-small", "content": True})
# expect: kind=embedding vendor=openai platform=openai-api
index.index(["a", "b"])

# expect: kind=chat vendor=openai,anthropic
RAG(index, LLM("claude-3-5-sonnet-20241022"))("Why?")
