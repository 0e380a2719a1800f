from autogen import UserProxyAgent, register_function
from autogen_agentchat.conditions import TextMentionTermination
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_agentchat.ui import Console
from autogen_ext.models.openai import OpenAIChatCompletionClient

stop = TextMentionTermination("STOP")
user = UserProxyAgent("user", llm_config=False)
other = UserProxyAgent("other", llm_config=False)
# two that only run code
user.initiate_chat(other, message="hi")
client = OpenAIChatCompletionClient(model="gpt-4o")
client.count_tokens([])
print(RoundRobinGroupChat, Console, register_function)
