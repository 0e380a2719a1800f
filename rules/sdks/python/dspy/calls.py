import dspy
from dspy.teleprompt import BootstrapFewShot

lm = dspy.LM("openai/gpt-4o-mini", api_key="x")
dspy.configure(lm=lm)

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
lm("hi")

qa = dspy.Predict("question -> answer")
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
qa(question="why?")


class Answer(dspy.Signature):
    """Answers."""

    question: str = dspy.InputField()
    answer: str = dspy.OutputField()


class Rag(dspy.Module):
    def __init__(self) -> None:
        super().__init__()
        self.embed = dspy.Embedder("cohere/embed-english-v3.0")
        self.respond = dspy.ChainOfThought(Answer)

    def forward(self, question: str):
        # expect: kind=embedding vendor=cohere platform=cohere-api
        self.embed([question])
        # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        return self.respond(question=question)


def main() -> None:
    rag = Rag()
    optimizer = BootstrapFewShot(metric=None)
    better = optimizer.compile(rag, trainset=[])
    better(question="who?")


strong = dspy.LM(model="anthropic/claude-3-opus-20240229")
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-opus-20240229
qa(question="how?", lm=strong)

# expect: kind=chat vendor=meta platform=together
dspy.Together(model="meta-llama/Llama-3-70b-chat-hf")("hi")

main()
