from paperqa import Docs, Settings

settings = Settings(llm="gpt-4o")
docs = Docs()
docs.clear_docs()
docs.delete(docname="x")
