from browser_use import Agent, ChatOpenAI

agent = Agent(
    task="x", llm=ChatOpenAI(model="gpt-5-mini"), fallback_llm=ChatOpenAI(model="gpt-5-nano")
)
# expect: verdict=same-vendor
agent.run_sync()
