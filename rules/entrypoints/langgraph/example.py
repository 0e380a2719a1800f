from langgraph.checkpoint.memory import MemorySaver
from langgraph.func import entrypoint, task
from langgraph.graph import END, START, StateGraph


def plan(state: dict) -> dict:
    return {"plan": think(state["question"])}


async def write(state: dict) -> dict:
    return {"text": think(state["plan"])}


def route(state: dict) -> str:
    return END if state["plan"] else "write"


def think(text: str) -> str:
    return text


builder = StateGraph(dict)
builder.add_node("plan", plan)
builder.add_node(write)
builder.add_edge(START, "plan")
builder.add_conditional_edges("plan", route)
# entry: kind=graph title=graph writer
graph = builder.compile(checkpointer=MemorySaver(), name="writer")


@task
def draft(topic: str) -> str:
    return think(topic)


# entry: kind=graph title=graph essay
@entrypoint(checkpointer=MemorySaver())
def essay(topic: str) -> str:
    return draft(topic).result()


class Pattern:
    def compile(self):
        return think("not a graph")


pattern = Pattern().compile()
