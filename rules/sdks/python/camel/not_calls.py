from camel.agents import ChatAgent
from camel.messages import BaseMessage
from camel.models import ModelFactory
from camel.toolkits import SearchToolkit
from camel.types import ModelPlatformType

model = ModelFactory.create(model_platform=ModelPlatformType.GROQ, model_type="llama-3.3-70b")
agent = ChatAgent("You help.", model=model, tools=SearchToolkit().get_tools())
agent.record_message(BaseMessage.make_user_message(role_name="u", content="hi"))
agent.memory.clear()
