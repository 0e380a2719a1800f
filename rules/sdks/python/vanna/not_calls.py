from vanna.chromadb import ChromaDB_VectorStore
from vanna.openai import OpenAI_Chat


class Mixed(ChromaDB_VectorStore, OpenAI_Chat):
    def __init__(self, config=None):
        OpenAI_Chat.__init__(self, config=config)


vn = Mixed(config={"model": "gpt-4o"})
vn.connect_to_sqlite("x.db")
vn.run_sql("select 1")
vn.train(ddl="create table x (y int)")
