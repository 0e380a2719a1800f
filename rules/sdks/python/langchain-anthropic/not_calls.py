from langchain_anthropic import ChatAnthropic
from langchain_anthropic.output_parsers import ToolsOutputParser

claude = ChatAnthropic(model="claude-3-haiku-20240307")
structured = claude.with_structured_output({"title": "Joke", "type": "object"})
claude.get_num_tokens_from_messages([])

parser = ToolsOutputParser(first_tool_only=True)
parser.invoke({"name": "search"})

NOTE = "ChatAnthropic(model='claude-3').invoke('hi')"
