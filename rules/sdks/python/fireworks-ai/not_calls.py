"""Fireworks().chat.completions.create(model="...") is no call in a docstring."""

from fireworks import Fireworks

client = Fireworks()
client.models.list()
client.deployments.create(base_model="accounts/fireworks/models/llama-v3p1-8b-instruct")
client.datasets.list()
client.supervised_fine_tuning_jobs.create(dataset="d")
client.batch_inference_jobs.list()


class Rocket:
    def create(self, model):
        return model


rockets = {"create": Rocket()}
rockets["create"].create(model="accounts/fireworks/models/llama-v3p1-8b-instruct")
