from praisonaiagents import Agent, Agents, PraisonAIAgents, Task

writer = Agent(instructions="Write.", llm="anthropic/claude-3-5-sonnet-20241022")
# expect: kind=agent vendor=anthropic platform=anthropic-api
writer.start("Write.")

plain = Agent(instructions="Help.")
# expect: kind=agent vendor=openai platform=openai-api
plain.chat("Hi")

mapped = Agent(instructions="Help.", llm={"model": "groq/llama-3.3-70b-versatile", "temperature": 0})
# expect: kind=agent vendor=meta platform=groq
mapped.start("Hi")

task = Task(description="x", agent=writer)
# expect: kind=agent vendor=anthropic,openai
PraisonAIAgents(agents=[writer, plain], tasks=[task]).start()

served = Agent(instructions="Help.", llm={"model": "openai/llama3.1", "base_url": "http://localhost:11434/v1"})
# expect: kind=agent vendor=meta platform=ollama
served.start("Hi")
