from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI
from langgraph.graph import END, START, MessagesState, StateGraph
from langgraph.prebuilt import create_react_agent
from langgraph_supervisor import create_supervisor
from langgraph_swarm import create_swarm
from langmem import create_memory_manager

llm = ChatOpenAI(model="gpt-4o")


def search(query: str) -> str:
    """Look it up."""
    return query


agent = create_react_agent(llm, tools=[search])
# expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
agent.invoke({"messages": [("user", "hi")]})

researcher = create_react_agent("anthropic:claude-3-7-sonnet-latest", [search], name="researcher")
# expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-3-7-sonnet-latest
for step in researcher.stream({"messages": []}, stream_mode="values"):
    print(step)

team = create_supervisor([researcher], model=ChatAnthropic(model="claude-3-5-haiku-latest"))
# expect: kind=agent vendor=anthropic platform=anthropic-api
team.compile().invoke({"messages": []})

# expect: kind=agent vendor=openai,anthropic
create_swarm([agent, researcher], default_active_agent="researcher").compile().invoke({})

# a node function asks the model; the graph does not


def call_model(state: MessagesState):
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    return {"messages": [llm.invoke(state["messages"])]}


async def call_agent(state: MessagesState):
    # expect: kind=agent vendor=openai
    return await agent.ainvoke(state)


builder = StateGraph(MessagesState)
builder.add_node("model", call_model)
builder.add_node("agent", call_agent)
builder.add_edge(START, "model")
builder.add_edge("model", "agent")
builder.add_edge("agent", END)
graph = builder.compile()
graph.invoke({"messages": []})

manager = create_memory_manager("anthropic:claude-3-5-sonnet-latest")
# expect: kind=chat vendor=anthropic
manager.invoke({"messages": []})
