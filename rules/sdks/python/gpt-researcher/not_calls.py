from gpt_researcher import GPTResearcher

researcher = GPTResearcher(query="x")
researcher.get_source_urls()
researcher.get_costs()
