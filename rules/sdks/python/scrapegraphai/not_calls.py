from scrapegraphai.graphs import SmartScraperGraph
from scrapegraphai.utils import prettify_exec_info

graph = SmartScraperGraph("List.", "https://example.com", {"llm": {"model": "openai/gpt-4o"}})
prettify_exec_info(graph.get_execution_info())
