import braintrust
from langsmith import Client, traceable
from langsmith.wrappers import wrap_openai
from openai import OpenAI
from opik import track

client = wrap_openai(OpenAI())
client.models.list()
Client().create_run(name="run", inputs={"model": "gpt-4o"}, run_type="llm")
braintrust.init_logger(project="p").log(input="hi", output="there")


@traceable(run_type="llm")
def complete(prompt: str) -> str:
    return prompt.upper()


@track
def create(model: str) -> str:
    return model


complete("hi")
create("gpt-4o")
