from browser_use import Agent, ChatAnthropic, ChatOpenAI

# An overloaded vendor (529) is no reason to go over.
agent = Agent(
    task="x",
    llm=ChatAnthropic(model="claude-sonnet-4-5"),
    fallback_llm=ChatOpenAI(model="gpt-5-mini"),
)
# expect: verdict=none leaks=529,after-first-token,auth,error-in-answer,model-not-found,slow
agent.run_sync()

# Another model for another job.
extracting = Agent(
    task="x",
    llm=ChatOpenAI(model="gpt-5-mini"),
    page_extraction_llm=ChatAnthropic(model="claude-sonnet-4-5"),
)
# expect: verdict=none
extracting.run_sync()
