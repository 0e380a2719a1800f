from inspect_ai import Task, task
from inspect_ai.dataset import example_dataset
from inspect_ai.solver import generate


@task
def theory():
    return Task(dataset=example_dataset("x"), solver=[generate()])
