"""Methods are found wherever a class has them from, and run however they are called."""

from __future__ import annotations

from tests.linker.reading import AuditTree, asks, only, openai, targets, unreached, workflows


def test_a_subclass_inherits_the_client_of_its_base(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "base.py": """
                from openai import OpenAI


                class Base:
                    def __init__(self, model):
                        self.model = model
                        self.client = OpenAI()
            """,
            "app.py": """
                from base import Base


                class Writer(Base):
                    def __init__(self):
                        super().__init__(model="gpt-4o")

                    def write(self, prompt):
                        return self.client.responses.create(model=self.model, input=prompt)


                class Poet(Base):
                    def __init__(self):
                        Base.__init__(self, "gpt-4o-mini")

                    def rhyme(self, prompt):
                        return self.client.responses.create(model=self.model, input=prompt)
            """,
        }
    )
    assert targets(report) == {
        "app.py:9": openai("gpt-4o"),
        "app.py:17": openai("gpt-4o-mini"),
    }


def test_a_subclass_of_a_library_s_client_is_such_a_client(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class GroqClient(OpenAI):
                    def __init__(self, key):
                        super().__init__(base_url="https://api.groq.com/openai/v1", api_key=key)

                    def ask(self, prompt):
                        return self.chat.completions.create(
                            model="llama-3.1-8b-instant", messages=[prompt]
                        )


                if __name__ == "__main__":
                    client = GroqClient("key")
                    client.ask("hello")
                    client.chat.completions.create(model="llama-3.1-8b-instant", messages=[])
            """
        }
    )
    assert targets(report) == {
        "app.py:9": asks("meta", "groq", "llama-3.1-8b-instant"),
        "app.py:17": asks("meta", "groq", "llama-3.1-8b-instant"),
    }


def test_a_wrapper_object_with_a_getattr_passes_calls_on_to_its_client(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Traced:
                    def __init__(self, inner):
                        self._inner = inner

                    def __getattr__(self, name):
                        return getattr(self._inner, name)


                client = Traced(OpenAI())
                client.responses.create(model="gpt-4o", input="hi")
            """
        }
    )
    assert only(report) == openai("gpt-4o")


def test_a_callable_object_is_called_like_a_function(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Ask:
                    def __init__(self, model):
                        self.model = model

                    def __call__(self, prompt):
                        return OpenAI().responses.create(model=self.model, input=prompt)


                ask = Ask("gpt-4o")

                if __name__ == "__main__":
                    ask("hello")
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:9"]}


def test_a_chain_of_methods_that_return_the_object_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Builder:
                    def __init__(self):
                        self.model = "gpt-4o-mini"

                    def with_model(self, model):
                        self.model = model
                        return self

                    def with_client(self):
                        self.client = OpenAI()
                        return self

                    def ask(self, prompt):
                        return self.client.responses.create(model=self.model, input=prompt)


                if __name__ == "__main__":
                    Builder().with_client().with_model("gpt-4o").ask("hello")
            """
        }
    )
    assert "gpt-4o" in only(report).models
    assert workflows(report) == {"python app.py": ["app.py:17"]}


def test_a_mixin_gives_its_methods_to_the_class_that_has_the_client(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Summarises:
                    def summarise(self, text):
                        return self.client.responses.create(model="gpt-4o", input=text)


                class Service(Summarises):
                    def __init__(self):
                        self.client = OpenAI()


                if __name__ == "__main__":
                    Service().summarise("hello")
            """
        }
    )
    assert targets(report) == {"app.py:6": openai("gpt-4o")}
    assert unreached(report) == []


def test_a_property_that_can_be_set_is_read_by_its_getter(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import openai


                class Agent:
                    _client = None

                    @property
                    def client(self):
                        return self._client

                    @client.setter
                    def client(self, value):
                        self._client = value

                    def obtain(self):
                        if not self.client:
                            self.client = openai.OpenAI()
                        return self.client

                    def ask(self):
                        client = self.obtain()
                        return client.chat.completions.create(model="gpt-4o", messages=[])


                def main():
                    return Agent().ask()
            """
        }
    )
    assert [call.vendors for call in report.calls] == [("openai",)]
