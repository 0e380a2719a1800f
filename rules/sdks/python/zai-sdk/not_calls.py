"""ZaiClient().chat.completions.create(model="glm-4.6") as words."""

from zai import ZaiClient

client = ZaiClient()
client.files.list()
client.batches.retrieve("b")
client.web_search.web_search(search_engine="search_std", search_query="q")
client.chat.asyncCompletions.retrieve_completion_result(id="i")
client.videos.retrieve_videos_result(id="i")


class Agents:
    def invoke(self, agent_id):
        return agent_id


Agents().invoke("x")
