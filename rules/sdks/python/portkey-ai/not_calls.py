"""Portkey().chat.completions.create(model="gpt-4o") as words."""

from portkey_ai import PORTKEY_GATEWAY_URL, Portkey, createHeaders

client = Portkey()
client.prompts.render(prompt_id="p", variables={})
client.prompts.list()
client.feedback.create(trace_id="t", value=1)
client.configs.list()
client.models.list()
client.fine_tuning.jobs.create(model="gpt-4o-mini", training_file="f")

headers = createHeaders(api_key="key", provider="openai")
print(PORTKEY_GATEWAY_URL, headers)


class Prompts:
    def create(self, model):
        return model


Prompts().create(model="gpt-4o")
