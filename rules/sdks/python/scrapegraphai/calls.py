from langchain_openai import ChatOpenAI
from scrapegraphai.graphs import SearchGraph, SmartScraperGraph

config = {"llm": {"api_key": "x", "model": "openai/gpt-4o-mini"}, "verbose": True}
graph = SmartScraperGraph(prompt="List.", source="https://example.com", config=config)
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
graph.run()

local = {"llm": {"model": "ollama/llama3.2", "base_url": "http://localhost:11434"}}
# expect: kind=chat vendor=meta platform=ollama
SearchGraph("List.", config=local).run()

own = {"llm": {"model_instance": ChatOpenAI(model="gpt-4o"), "model_tokens": 8000}}
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
SmartScraperGraph("List.", "https://example.com", own).run()
