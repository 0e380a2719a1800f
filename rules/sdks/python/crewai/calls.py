from crewai import LLM, Agent, Crew, Process, Task
from crewai.project import CrewBase, agent, crew, task

llm = LLM(model="anthropic/claude-3-5-sonnet-20240620", temperature=0.2)
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-20240620
llm.call("hi")

# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
LLM(model="gemini/gemini-2.0-flash").call([{"role": "user", "content": "hi"}])

# expect: kind=chat platform=ollama
LLM(model="ollama/llama3.1", base_url="http://localhost:11434").call("hi")

researcher = Agent(role="Researcher", goal="Find out", backstory="Curious", llm=llm)
HAIKU = "anthropic/claude-3-haiku-20240307"
writer = Agent(role="Writer", goal="Write", backstory="Fluent", llm=HAIKU)

# expect: kind=agent vendor=anthropic
researcher.kickoff("What is new?")

research = Task(description="Find out", expected_output="Notes", agent=researcher)
write = Task(description="Write", expected_output="Text", agent=writer)
team = Crew(agents=[researcher, writer], tasks=[research, write], process=Process.sequential)

# expect: kind=agent vendor=anthropic platform=anthropic-api
team.kickoff(inputs={"topic": "AI"})


async def several(topics):
    # expect: kind=agent vendor=anthropic
    return await team.kickoff_for_each_async(inputs=[{"topic": topic} for topic in topics])


default = Agent(role="Helper", goal="Help", backstory="Kind")
# expect: kind=agent vendor=openai platform=openai-api model=gpt-4.1-mini
Crew(agents=[default], tasks=[]).kickoff()


@CrewBase
class Newsroom:
    """Agents and tasks come from the YAML files beside this one."""

    agents_config = "config/agents.yaml"

    @agent
    def reporter(self) -> Agent:
        return Agent(config=self.agents_config["reporter"], llm=LLM(model="openai/gpt-4o"))

    @task
    def report(self) -> Task:
        return Task(description="Report", expected_output="Text", agent=self.reporter())

    @crew
    def crew(self) -> Crew:
        return Crew(agents=[self.reporter()], tasks=[self.report()])


# expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
Newsroom().crew().kickoff()
