import os

from qwen_agent.agents import Assistant, ReActChat
from qwen_agent.gui import WebUI
from qwen_agent.llm import get_chat_model

bot = Assistant(llm={"model": "qwen-max", "model_type": "qwen_dashscope"}, function_list=[])
# expect: kind=agent vendor=alibaba platform=dashscope model=qwen-max
for part in bot.run(messages=[]):
    print(part)

local = ReActChat(llm={"model": "Qwen2.5-7B-Instruct", "model_server": "http://localhost:8000/v1"})
# expect: kind=agent vendor=alibaba platform=vllm
local.run_nonstream(messages=[])

elsewhere = Assistant(llm={"model": "gpt-4o", "model_server": "https://api.openai.com/v1"})
# expect: kind=agent vendor=openai platform=openai-api
list(elsewhere.run(messages=[]))

unknown = Assistant(llm={"model": "qwen-max", "model_server": os.environ["MODEL_SERVER"]})
# expect: kind=agent dynamic=true vendor=alibaba platform=
list(unknown.run(messages=[]))

model = get_chat_model({"model": "qwen-plus", "model_server": "dashscope"})
# expect: kind=chat vendor=alibaba platform=dashscope
model.chat(messages=[])

# expect: kind=agent vendor=alibaba platform=dashscope
WebUI([bot]).run()
