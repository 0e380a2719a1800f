import llm

for model in llm.get_models():
    print(model.model_id)
print(llm.user_dir(), llm.get_key("", "openai", "OPENAI_API_KEY"))


class Echo(llm.Model):
    """A plugin's model that asks nobody."""

    model_id = "echo"

    def execute(self, prompt, stream, response, conversation):
        yield prompt.prompt


Echo().prompt("x")


@llm.hookimpl
def register_models(register):
    register(Echo())
