import dspy
from dspy.evaluate import Evaluate

lm = dspy.LM("openai/gpt-4o-mini")
dspy.configure(lm=lm)
example = dspy.Example(question="q", answer="a").with_inputs("question")


class Plain(dspy.Module):
    """Asks nobody."""

    def forward(self, question: str) -> str:
        return question.upper()


plain = Plain()
plain(question="q")
Evaluate(devset=[example], metric=None)(plain)
dspy.Predict("question -> answer").save("program.json")
lm.inspect_history(n=1)
