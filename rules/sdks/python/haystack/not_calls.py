from haystack import Document, Pipeline
from haystack.components.converters import TextFileToDocument
from haystack.components.embedders import SentenceTransformersTextEmbedder
from haystack.components.generators.chat import OpenAIChatGenerator
from haystack.components.writers import DocumentWriter
from haystack.document_stores.in_memory import InMemoryDocumentStore

store = InMemoryDocumentStore()

# asks nobody: nothing in it does
indexing = Pipeline()
indexing.add_component("convert", TextFileToDocument())
indexing.add_component("write", DocumentWriter(document_store=store))
indexing.connect("convert", "write")
indexing.run({"convert": {"sources": ["a.txt"]}})

# runs in this process
embedder = SentenceTransformersTextEmbedder(model="BAAI/bge-small-en-v1.5")
embedder.run("text")

# built and written down, not asked
generator = OpenAIChatGenerator(model="gpt-4o")
settings = generator.to_dict()
store.write_documents([Document(content="hi")])


class Runner:
    def run(self, query: str) -> str:
        return query


Runner().run("q")
