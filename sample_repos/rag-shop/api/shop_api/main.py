"""The service behind the shop's pages."""

from fastapi import FastAPI
from pydantic import BaseModel

from shop_api import catalogue, models

app = FastAPI()


class Question(BaseModel):
    text: str


class Products(BaseModel):
    passages: list[str]


@app.post("/shops/{shop}/questions")
def ask(shop: str, question: Question) -> dict[str, str]:
    passages = catalogue.nearest(question.text)
    return {"answer": models.answer(question.text, passages)}


@app.put("/shops/{shop}/products")
def index(shop: str, products: Products) -> dict[str, int]:
    catalogue.add(products.passages)
    return {"added": len(products.passages)}
