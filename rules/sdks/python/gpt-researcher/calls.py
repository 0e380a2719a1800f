from gpt_researcher import GPTResearcher


async def report(query: str) -> str:
    researcher = GPTResearcher(query=query, report_type="research_report")
    # expect: kind=agent vendor=openai platform=openai-api
    await researcher.conduct_research()
    # expect: kind=agent vendor=openai platform=openai-api
    return await researcher.write_report()
