from langchain_anthropic import ChatAnthropic
from nemoguardrails import LLMRails, RailsConfig

config = RailsConfig.from_path("./config")
rails = LLMRails(config)
# expect: kind=chat dynamic=true
rails.generate(messages=[])


async def handed(text: str):
    own = LLMRails(config, llm=ChatAnthropic(model="claude-sonnet-4-5"))
    # expect: kind=chat vendor=anthropic platform=anthropic-api
    return await own.generate_async(messages=[])
