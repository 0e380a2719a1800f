from smolagents import CodeAgent, OpenAIServerModel, Tool, TransformersModel, load_tool

agent = CodeAgent(tools=[], model=OpenAIServerModel("gpt-4o"))
agent.visualize()
agent.save("folder")
search = load_tool("org/tool", trust_remote_code=True)


class Upper(Tool):
    name = "upper"

    def forward(self, text: str) -> str:
        return text.upper()


print(Upper()("x"))

# runs in this process
local = TransformersModel(model_id="HuggingFaceTB/SmolLM2-1.7B-Instruct")
CodeAgent(tools=[], model=local).visualize()
