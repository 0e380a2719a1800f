from qwen_agent.agents import Assistant
from qwen_agent.tools.base import BaseTool, register_tool


@register_tool("add")
class Add(BaseTool):
    def call(self, params: str, **kwargs) -> str:
        return params


Add().call("1")
Assistant(llm={"model": "qwen-max"})
