from inspect_ai import Task, eval
from inspect_ai.model import get_model


async def grade(text: str):
    grader = get_model("anthropic/claude-sonnet-4-5")
    # expect: kind=chat vendor=anthropic platform=anthropic-api
    return await grader.generate(text)


def run(task: Task):
    # expect: kind=agent vendor=openai platform=openai-api
    return eval(task, model="openai/gpt-4o")
