from agentscope.agent import ReActAgent
from agentscope.model import OpenAIChatModel
from agentscope.tool import Toolkit

toolkit = Toolkit()
toolkit.register_tool_function(print)
agent = ReActAgent(name="a", model=OpenAIChatModel(model_name="gpt-4o"), toolkit=toolkit)
