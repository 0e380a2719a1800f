from graphiti_core import Graphiti

graph = Graphiti("bolt://localhost:7687", "neo4j", "x")


async def clean() -> None:
    await graph.build_indices_and_constraints()
    await graph.remove_episode("e")
    await graph.close()
