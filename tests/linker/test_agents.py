"""Graphs, agents, crews and models of one's own run what they are made of."""

from __future__ import annotations

import pytest

from tests.linker.modules import ANY_MODEL
from tests.linker.reading import AuditTree, kinds, targets, workflow, workflows

GRAPH = """
    from langchain_anthropic import ChatAnthropic
    from langchain_openai import ChatOpenAI
    from langgraph.graph import END, START, StateGraph

    small = ChatOpenAI(model="gpt-4o-mini")
    large = ChatAnthropic(model="claude-sonnet-4-5")


    def plan(state):
        return {"plan": small.invoke(state["question"])}


    class Writer:
        def write(self, state):
            return {"answer": large.invoke(state["plan"])}


    def route(state):
        return "write" if state["plan"] else END


    builder = StateGraph(dict)
    builder.add_node("plan", plan)
    builder.add_node("write", Writer().write)
    builder.add_edge(START, "plan")
    builder.add_conditional_edges("plan", route)
    desk = builder.compile()
"""


def test_a_graph_reaches_the_calls_of_its_nodes(audit_tree: AuditTree) -> None:
    report = audit_tree({"graph.py": GRAPH})
    assert workflows(report) == {"graph desk": ["graph.py:10", "graph.py:15"]}
    assert kinds(report) == {"graph desk": "graph"}
    assert workflow(report, "graph desk").vendors == ("anthropic", "openai")


def test_a_route_that_runs_a_graph_reaches_the_calls_of_its_nodes(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "graph.py": GRAPH,
            "app.py": """
                from fastapi import FastAPI

                from graph import desk

                app = FastAPI()


                @app.post("/ask")
                async def ask(question: str):
                    return await desk.ainvoke({"question": question})
            """,
        }
    )
    assert workflows(report)["POST /ask"] == ["graph.py:10", "graph.py:15"]


def test_a_callable_object_may_be_a_node_of_a_graph(audit_tree: AuditTree) -> None:
    source = GRAPH.replace("Writer().write", "Writer()").replace("def write(", "def __call__(")
    report = audit_tree({"graph.py": source})
    assert workflows(report)["graph desk"] == ["graph.py:10", "graph.py:15"]


@pytest.mark.parametrize(
    ("imports", "decorator", "run"),
    [
        (
            "from langchain.agents import create_agent\nfrom langchain.tools import tool",
            "@tool",
            'create_agent("openai:gpt-4o-mini", tools=[summarise]).invoke({})',
        ),
        (
            "from agents import Agent, Runner, function_tool",
            "@function_tool",
            'Runner.run_sync(Agent(name="a", model="gpt-4o-mini", tools=[summarise]), "hi")',
        ),
    ],
    ids=["langchain", "openai-agents"],
)
def test_a_tool_that_asks_a_model_belongs_to_whoever_runs_its_agent(
    audit_tree: AuditTree, imports: str, decorator: str, run: str
) -> None:
    source = f"""{imports}

from llm import ask


{decorator}
def summarise(text: str) -> str:
    return ask(text)


if __name__ == "__main__":
    {run}
"""
    report = audit_tree({"llm.py": ANY_MODEL, "app.py": source})
    line = source.split("\n").index(f"    {run}") + 1
    assert workflows(report)["python app.py"] == [f"app.py:{line}", "llm.py:7"]


AGENTS = "from agents import Agent, GuardrailFunctionOutput, Runner, input_guardrail\n"


def test_a_guardrail_belongs_to_whoever_runs_its_agent(audit_tree: AuditTree) -> None:
    source = (
        AGENTS
        + """from llm import ask


@input_guardrail
async def polite(context, agent, text):
    return GuardrailFunctionOutput(output_info=ask(text), tripwire_triggered=False)


inner = Agent(name="inner", model="gpt-4o", input_guardrails=[polite])
outer = Agent(name="outer", model="gpt-4o-mini", handoffs=[inner])

if __name__ == "__main__":
    Runner.run_sync(outer, "hi")
"""
    )
    report = audit_tree({"llm.py": ANY_MODEL, "app.py": source})
    assert workflows(report) == {"python app.py": ["app.py:14", "llm.py:7"]}


def test_two_agents_of_one_model_keep_their_own_tools(audit_tree: AuditTree) -> None:
    source = """from agents import Agent, Runner, function_tool
from llm import ask


@function_tool
def summarise(text: str) -> str:
    return ask(text)


@function_tool
def count(text: str) -> int:
    return len(text)


def first():
    Runner.run_sync(Agent(name="a", model="gpt-4o-mini", tools=[summarise]), "hi")


def second():
    Runner.run_sync(Agent(name="a", model="gpt-4o-mini", tools=[count]), "hi")
"""
    report = audit_tree({"llm.py": ANY_MODEL, "app.py": source})
    found = workflows(report)
    assert (found["first"], found["second"]) == (["app.py:16", "llm.py:7"], ["app.py:20"])


def test_a_crew_asks_the_models_of_the_agents_that_its_class_gathers(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "llm.py": ANY_MODEL,
            "crew.py": """
                from crewai import LLM, Agent, Crew, Task
                from crewai.project import CrewBase, agent, crew, task
                from crewai.tools import tool

                from llm import ask


                @tool("summarise")
                def summarise(text: str) -> str:
                    return ask(text)


                @CrewBase
                class Research:
                    agents_config = "config/agents.yaml"

                    @agent
                    def researcher(self) -> Agent:
                        llm = LLM(model="anthropic/claude-sonnet-4-5")
                        return Agent(config=self.agents_config["a"], llm=llm, tools=[summarise])

                    @task
                    def research(self) -> Task:
                        return Task(description="Find out.")

                    @crew
                    def crew(self) -> Crew:
                        return Crew(agents=self.agents, tasks=self.tasks)


                if __name__ == "__main__":
                    Research().crew().kickoff()
            """,
        }
    )
    assert targets(report)["crew.py:32"].vendors == ("anthropic",)
    assert workflows(report)["python crew.py"] == ["crew.py:32", "llm.py:7"]


def test_a_model_of_one_s_own_asks_whom_its_methods_ask(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": ANY_MODEL,
            "app.py": """
                from langchain_core.language_models.chat_models import BaseChatModel
                from langchain_core.language_models.llms import LLM
                from langchain_core.prompts import PromptTemplate

                from llm import ask


                class Own(LLM):
                    def _call(self, prompt, stop=None, run_manager=None, **kwargs):
                        return ask(prompt)


                class OwnChat(BaseChatModel):
                    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
                        return self._send(messages)

                    def _send(self, messages):
                        return ask(messages)


                def piped(question):
                    return (PromptTemplate.from_template("{q}") | Own()).invoke({"q": question})


                def asked(question):
                    return OwnChat().invoke(question)
            """,
        }
    )
    found = workflows(report)
    assert (found["piped"], found["asked"]) == (["llm.py:7"], ["llm.py:7"])


def test_tools_and_callbacks_in_the_options_of_a_call_are_run(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app/api/chat/route.ts": """
                import { streamText, generateText } from "ai";
                import { openai } from "@ai-sdk/openai";

                async function look() {
                  return generateText({ model: openai("gpt-4o-mini"), prompt: "x" });
                }
                async function title() {
                  return generateText({ model: openai("gpt-4o"), prompt: "x" });
                }

                export async function POST(req: Request) {
                  return streamText({
                    model: openai("gpt-5"),
                    tools: { look: { description: "x", execute: async () => await look() } },
                    onFinish: async () => { await title(); },
                  });
                }
            """
        }
    )
    route = "app/api/chat/route.ts"
    assert workflows(report) == {"POST /api/chat": [f"{route}:{n}" for n in (12, 5, 8)]}


HANDED = """
    from fastapi import FastAPI
    from fastapi.responses import StreamingResponse
    from langgraph.graph import START, StateGraph

    from graph import plan, Writer

    app = FastAPI()


    def make(name, node):
        builder = StateGraph(dict)
        builder.add_node(name, node)
        builder.add_edge(START, name)
        return builder.compile()


    def drafts():
        builder = StateGraph(dict)
        builder.add_node("write", Writer().write)
        return builder.compile()


    async def pieces(graph, question: str):
        async for piece in graph.astream({"question": question}):
            yield piece


    def answer(graph, question: str):
        return graph.invoke({"question": question})


    @app.post("/plan")
    async def plan_it(question: str):
        return StreamingResponse(pieces(make("plan", plan), question))


    @app.post("/write")
    async def write_it(question: str):
        return answer(drafts(), question)


    @app.post("/draw")
    async def draw_it(question: str):
        return picture(drafts())


    def picture(graph):
        return graph.get_graph().draw_mermaid()
"""


def test_a_graph_handed_to_a_function_runs_its_own_nodes_there(audit_tree: AuditTree) -> None:
    report = audit_tree({"graph.py": GRAPH, "app.py": HANDED})
    places = {call.id: f"{call.path}:{call.line}" for call in report.calls}
    found = {f.name: [places[c] for c in f.calls] for f in report.workflows if f.kind == "http"}
    assert found == {"POST /plan": ["graph.py:10"], "POST /write": ["graph.py:15"]}
