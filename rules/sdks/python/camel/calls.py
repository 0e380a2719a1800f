from camel.agents import ChatAgent
from camel.models import ModelFactory
from camel.societies.workforce import Workforce
from camel.types import ModelPlatformType, ModelType

model = ModelFactory.create(
    model_platform=ModelPlatformType.ANTHROPIC, model_type="claude-3-5-sonnet-latest"
)
agent = ChatAgent("You help.", model=model)
# expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
agent.step("hi")

typed = ModelFactory.create(
    model_platform=ModelPlatformType.OPENAI, model_type=ModelType.GPT_4O_MINI
)
# expect: kind=agent vendor=openai platform=openai-api
ChatAgent("You help.", model=typed).step("hi")

# expect: kind=agent vendor=openai
ChatAgent("You help.").step("hi")

served = ModelFactory.create(
    model_platform=ModelPlatformType.OPENAI_COMPATIBLE_MODEL,
    model_type="deepseek-chat",
    url="https://api.deepseek.com/v1",
)
# expect: kind=chat vendor=deepseek platform=deepseek-api model=deepseek-chat
served.run([])

force = Workforce("team", coordinator_agent=agent, task_agent=agent)
force.add_single_agent_worker("writes", worker=ChatAgent("w", model=served))
# expect: kind=agent vendor=anthropic,deepseek
force.process_task("task")
