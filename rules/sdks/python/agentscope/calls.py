from agentscope.agent import Agent, ReActAgent
from agentscope.credential import OpenAICredential
from agentscope.message import Msg
from agentscope.model import AnthropicChatModel, DashScopeChatModel, OpenAIChatModel


async def before_two(text: str):
    agent = ReActAgent(name="a", sys_prompt="Be kind.", model=DashScopeChatModel(model_name="qwen-max", api_key="x"))
    # expect: kind=agent vendor=alibaba platform=dashscope model=qwen-max
    return await agent(Msg("user", text, "user"))


async def since_two(text: str):
    own = OpenAIChatModel(
        credential=OpenAICredential(api_key="x", base_url="https://api.deepseek.com"), model="deepseek-chat"
    )
    # expect: kind=agent vendor=deepseek platform=deepseek-api
    return await Agent(name="a", system_prompt="Be kind.", model=own).reply(Msg("user", text, "user"))


async def served(text: str):
    own = OpenAIChatModel(model_name="llama3", client_args={"base_url": "http://localhost:11434/v1"})
    # expect: kind=agent vendor=meta platform=ollama
    return await ReActAgent(name="a", model=own)(Msg("user", text, "user"))


async def plain(messages: list):
    # expect: kind=chat vendor=anthropic platform=anthropic-api
    return await AnthropicChatModel(model_name="claude-sonnet-4-5")(messages)
