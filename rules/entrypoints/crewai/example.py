from crewai import Agent, Crew, Task
from crewai.flow.flow import Flow, listen, start
from crewai.project import CrewBase, agent, crew, task


class PoemFlow(Flow):
    # entry: kind=graph title=flow PoemFlow.pick_topic
    @start()
    def pick_topic(self):
        return self.think("rain")

    # entry: kind=graph title=flow PoemFlow.write
    @listen(pick_topic)
    def write(self, topic):
        return self.think(topic)

    def think(self, topic):
        return topic


@CrewBase
class ReviewCrew:
    @agent
    def reviewer(self) -> Agent:
        return Agent(config=self.agents_config["reviewer"])

    @task
    def review(self) -> Task:
        return Task(config=self.tasks_config["review"])

    # entry: kind=graph title=crew ReviewCrew
    @crew
    def crew(self) -> Crew:
        return Crew(agents=self.agents, tasks=self.tasks)
