import pandas as pd
from langchain_anthropic import ChatAnthropic
from pandasai import Agent, SmartDataframe
from pandasai.llm import OpenAI

frame = SmartDataframe(pd.DataFrame(), config={"llm": OpenAI(api_token="x", model="gpt-4o")})
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
frame.chat("How many?")

agent = Agent([pd.DataFrame()], {"llm": ChatAnthropic(model="claude-sonnet-4-5")})
# expect: kind=chat vendor=anthropic platform=anthropic-api
agent.chat("How many?")
