"""Objects of libraries that are filled, set up or run somewhere else than where they are built."""

from __future__ import annotations

from tests.linker.reading import AuditTree, anthropic, only, openai, place


def test_a_pipeline_asks_whom_it_was_given_also_in_another_function(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from haystack import Pipeline
                from haystack.components.generators.chat import OpenAIChatGenerator


                def build():
                    pipeline = Pipeline()
                    fill(pipeline)
                    return pipeline


                def fill(pipeline):
                    pipeline.add_component("llm", OpenAIChatGenerator(model="gpt-4o"))


                def main():
                    build().run({})


                if __name__ == "__main__":
                    main()
            """
        }
    )
    assert only(report) == openai("gpt-4o")
    assert place(report.calls[0]) == "app.py:16"


def test_a_pipeline_in_which_nobody_asks_a_model_is_no_call(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from haystack import Pipeline
                from haystack.components.writers import DocumentWriter

                pipeline = Pipeline()
                pipeline.add_component("write", DocumentWriter())
                pipeline.run({})
            """
        }
    )
    assert report.calls == ()


def test_a_part_of_ones_own_is_run_by_the_pipeline_that_it_is_in(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import openai
                from haystack import Pipeline, component

                client = openai.OpenAI()


                @component
                class Asker:
                    def run(self, text: str):
                        return client.chat.completions.create(model="gpt-4o", messages=[])


                def main():
                    pipeline = Pipeline()
                    pipeline.add_component("ask", Asker())
                    pipeline.run({})


                if __name__ == "__main__":
                    main()
            """
        }
    )
    [call] = report.calls
    assert place(call) == "app.py:10"
    assert call.id in {c for w in report.workflows if w.kind == "main" for c in w.calls}


def test_what_is_set_for_the_process_is_asked_by_modules_built_elsewhere(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "answers.py": """
                import dspy

                qa = dspy.Predict("question -> answer")


                def answer(question):
                    return qa(question=question)
            """,
            "setup.py": """
                import dspy

                dspy.configure(lm=dspy.LM("openai/gpt-4o"))
            """,
        }
    )
    assert only(report) == openai("gpt-4o")


def test_a_model_given_to_one_call_goes_before_that_of_the_process(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import dspy

                dspy.configure(lm=dspy.LM("openai/gpt-4o"))
                strong = dspy.LM("anthropic/claude-3-opus-20240229")
                dspy.Predict("a -> b")(a="x", lm=strong)
            """
        }
    )
    assert only(report) == anthropic("claude-3-opus-20240229")


def test_a_module_is_called_and_runs_the_method_that_it_defines(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import dspy


                class Program(dspy.Module):
                    def __init__(self, model):
                        self.ask = dspy.LM(model)

                    def forward(self, text):
                        return self.ask(text)


                def main():
                    program = Program("openai/gpt-4o")
                    program(text="hi")


                if __name__ == "__main__":
                    main()
            """
        }
    )
    assert only(report) == openai("gpt-4o")
    assert [w.kind for w in report.workflows if report.calls[0].id in w.calls] == ["main"]


def test_a_global_that_a_library_serves_is_asked_by_its_module(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/agent.py": """
                from google.adk.agents import Agent
                from google.adk.models.lite_llm import LiteLlm

                root_agent = Agent(name="shop", model=LiteLlm("openai/gpt-4o"))
            """
        }
    )
    assert only(report) == openai("gpt-4o")
    assert [(w.kind, w.name) for w in report.workflows] == [("graph", "agent shop.agent")]


def test_a_served_global_that_the_tree_runs_itself_is_asked_there_alone(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "agent.py": """
                from google.adk.agents import Agent
                from google.adk.models.lite_llm import LiteLlm

                root_agent = Agent(name="shop", model=LiteLlm("openai/gpt-4o"))
            """,
            "main.py": """
                from google.adk.runners import InMemoryRunner

                from agent import root_agent


                def main():
                    InMemoryRunner(agent=root_agent).run(user_id="u", session_id="s")


                if __name__ == "__main__":
                    main()
            """,
        }
    )
    assert place(report.calls[0]) == "main.py:7"


def test_a_module_attribute_that_another_file_sets_later_is_seen(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import state


                def answer(text):
                    return state.client.chat.completions.create(model="gpt-4o", messages=[text])
            """,
            "main.py": """
                import openai

                import state
                from app import answer


                def main():
                    state.client = openai.OpenAI()
                    answer("hi")


                if __name__ == "__main__":
                    main()
            """,
            "state.py": "client = None\n",
        }
    )
    assert only(report) == openai("gpt-4o")
