"""crew.kickoff() is only written here."""

from crewai import Agent, Crew, Process, Task
from crewai.flow.flow import Flow, listen, start
from crewai.tools import tool
from crewai_tools import FileReadTool

helper = Agent(role="Helper", goal="Help", backstory="Kind", llm="gpt-4o")
chore = Task(description="Do it", expected_output="Done", agent=helper)
team = Crew(agents=[helper], tasks=[chore], process=Process.sequential)
team.usage_metrics
team.reset_memories(command_type="all")


@tool
def add(a: int, b: int) -> int:
    """Add."""
    return a + b


add.run(a=1, b=2)
FileReadTool(file_path="a.txt").run()


class Steps(Flow):
    """A flow asks nobody; what its steps call, does."""

    @start()
    def first(self):
        return 1

    @listen(first)
    def second(self, number):
        return number + 1


Steps().kickoff()


class Match:
    def kickoff(self):
        return "ball"


Match().kickoff()
