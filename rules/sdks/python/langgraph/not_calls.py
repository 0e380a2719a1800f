from langgraph.checkpoint.memory import MemorySaver
from langgraph.graph import StateGraph
from langgraph.prebuilt import ToolNode, tools_condition
from langgraph.store.memory import InMemoryStore


def double(state: dict) -> dict:
    return {"n": state["n"] * 2}


def route(state: dict) -> str:
    return "double" if state["n"] < 10 else "__end__"


builder = StateGraph(dict)
builder.add_node("double", double)
builder.add_conditional_edges("double", route)
builder.set_entry_point("double")
graph = builder.compile(checkpointer=MemorySaver())

graph.invoke({"n": 1})
for step in graph.stream({"n": 1}):
    print(step)
graph.get_state({"configurable": {"thread_id": "1"}})

ToolNode([]).invoke({"messages": []})
tools_condition({"messages": []})
InMemoryStore().search(("memories",))


class Matrix:
    def invoke(self, vector):
        return vector


Matrix().invoke([1])
