from dataclasses import dataclass

from pydantic_graph import BaseNode, End, Graph, GraphBuilder, GraphRunContext

builder = GraphBuilder(input_type=str, output_type=str)


@dataclass
class Review(BaseNode[None, None, str]):
    text: str

    # entry: kind=graph title=graph node Review
    async def run(self, ctx: GraphRunContext) -> End[str]:
        return End(self.judge())

    def judge(self) -> str:
        return self.text


# entry: kind=graph title=graph step shorten
@builder.step
async def shorten(ctx) -> str:
    return ctx.inputs[:10]


graph = Graph(nodes=(Review,))
