"""ZhipuAI().chat.completions.create(model="glm-4") as words."""

from zhipuai import ZhipuAI

client = ZhipuAI()
client.files.list()
client.fine_tuning.jobs.create(model="chatglm3-6b", training_file="f")
client.knowledge.create(embedding_id=3, name="k")
client.chat.asyncCompletions.retrieve_completion_result(id="i")


class Images:
    def generations(self, model, prompt):
        return model, prompt


Images().generations("cogview-3", "A cat")
