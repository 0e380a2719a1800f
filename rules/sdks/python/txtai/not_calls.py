from txtai import Embeddings
from txtai.pipeline import Textractor

Textractor()("file.pdf")
index = Embeddings(path="sentence-transformers/all-MiniLM-L6-v2")
index.search("x")
index.save("x")
