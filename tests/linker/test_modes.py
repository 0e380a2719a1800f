"""One command with several modes is several workflows to those who use it."""

from __future__ import annotations

from auditor.model.report import AuditReport
from tests.linker.reading import AuditTree, only, openai

TOOL = {
    "tool.py": """
        import typer

        from handlers import Chat, Once


        def main(prompt: str, chat: str = typer.Option(None), repl: bool = typer.Option(False)):
            if repl:
                Chat().loop(prompt)
            if chat:
                answer = Chat().ask(prompt)
            else:
                answer = Once().ask(prompt)
            print(answer)


        if __name__ == "__main__":
            typer.run(main)
    """,
    "handlers.py": """
        import openai

        client = openai.OpenAI()


        class Once:
            def ask(self, prompt):
                return client.chat.completions.create(model="gpt-4o", messages=[prompt])


        class Chat(Once):
            def loop(self, prompt):
                while True:
                    print(self.ask(prompt))
    """,
}


def begins(report: AuditReport) -> dict[str, str]:
    """Where each workflow begins, by its name."""
    return {w.name: f"{w.entry.path}:{w.entry.line}" for w in report.workflows}


def test_each_option_that_asks_a_model_is_a_workflow(audit_tree: AuditTree) -> None:
    assert begins(audit_tree(TOOL)) == {
        "command main": "tool.py:6",
        "command main --chat": "tool.py:9",
        # It hands over to this method and is done.
        "command main --repl": "handlers.py:12",
    }


def test_an_option_of_a_command_that_does_one_thing_is_none(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "tool.py": """
                import openai
                import typer

                client = openai.OpenAI()


                def main(prompt: str, loud: bool = typer.Option(False)):
                    if loud:
                        prompt = prompt.upper()
                    if prompt:
                        client.chat.completions.create(model="gpt-4o", messages=[prompt])


                typer.run(main)
            """
        }
    )
    assert list(begins(report)) == ["command main"]


def test_a_word_that_an_option_may_be_is_a_workflow(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "tool.py": """
                import argparse

                import openai

                client = openai.OpenAI()


                def train():
                    client.embeddings.create(model="text-embedding-3-small", input="x")


                def serve():
                    client.chat.completions.create(model="gpt-4o", messages=[])


                def main():
                    parser = argparse.ArgumentParser()
                    parser.add_argument("command")
                    args = parser.parse_args()
                    if args.command == "train":
                        train()
                    elif args.command == "serve":
                        serve()


                if __name__ == "__main__":
                    main()
            """
        }
    )
    assert {name for name in begins(report) if name.endswith((" train", " serve"))} == {
        "python tool.py train",
        "python tool.py serve",
    }


def test_a_method_that_a_decorator_wraps_still_knows_its_object(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import openai

                client = openai.OpenAI()


                def kept(function):
                    def wrapper(*args, **kwargs):
                        return function(*args, **kwargs)

                    return wrapper


                class Base:
                    def ask(self, model):
                        return client.chat.completions.create(model=model, messages=[])


                class Chat(Base):
                    @kept
                    def ask(self, model):
                        return super().ask(model)


                def main():
                    Chat().ask(model="gpt-4o")


                if __name__ == "__main__":
                    main()
            """
        }
    )
    assert only(report) == openai("gpt-4o")
    assert [w.name for w in report.workflows] == ["python app.py"]
