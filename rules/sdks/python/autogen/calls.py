import os

from autogen import (
    AssistantAgent,
    GroupChat,
    GroupChatManager,
    UserProxyAgent,
    config_list_from_json,
)
from autogen_agentchat.agents import AssistantAgent as Assistant
from autogen_agentchat.teams import RoundRobinGroupChat, SelectorGroupChat
from autogen_core.models import UserMessage
from autogen_ext.models.anthropic import AnthropicChatCompletionClient
from autogen_ext.models.openai import AzureOpenAIChatCompletionClient, OpenAIChatCompletionClient

client = OpenAIChatCompletionClient(model="gpt-4o")
claude = AnthropicChatCompletionClient(model="claude-3-5-sonnet-latest")
azure = AzureOpenAIChatCompletionClient(azure_deployment="gpt-4o", model="gpt-4o")


async def main() -> None:
    writer = Assistant("writer", model_client=client)
    critic = Assistant("critic", claude)
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
    await writer.run(task="hi")
    team = RoundRobinGroupChat([writer, critic], max_turns=2)
    # expect: kind=agent vendor=anthropic,openai
    async for message in team.run_stream(task="hi"):
        print(message)
    chosen = SelectorGroupChat([critic], model_client=azure)
    # expect: kind=agent vendor=anthropic,openai platform=anthropic-api,azure-openai
    await chosen.run(task="hi")
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    await client.create([UserMessage(content="hi", source="user")])


config_list = [{"model": "gpt-4", "api_key": os.environ["OPENAI_API_KEY"]}]
llm_config = {"config_list": config_list, "temperature": 0}
assistant = AssistantAgent("assistant", llm_config=llm_config)
user = UserProxyAgent("user", human_input_mode="NEVER", llm_config=False)
# expect: kind=agent vendor=openai model=gpt-4
user.initiate_chat(assistant, message="hi")

deep = AssistantAgent(
    "deep",
    llm_config={
        "config_list": [{"model": "deepseek-chat", "base_url": "https://api.deepseek.com/v1"}]
    },
)
chat = GroupChat(agents=[user, assistant, deep], messages=[])
manager = GroupChatManager(groupchat=chat, llm_config=llm_config)
# expect: kind=agent vendor=deepseek,openai
user.initiate_chat(manager, message="hi")

listed = AssistantAgent("listed", llm_config={"config_list": config_list_from_json("LIST")})
# expect: kind=agent dynamic=true
user.initiate_chat(listed, message="hi")
