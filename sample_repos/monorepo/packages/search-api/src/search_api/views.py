"""The routes under /v1."""

from flask import Blueprint, abort, jsonify, request
from flask.typing import ResponseReturnValue

from search_api.answers import get_answerer

v1 = Blueprint("v1", __name__, url_prefix="/v1")


@v1.post("/documents")
def add_documents() -> ResponseReturnValue:
    passages = _field("passages", list)
    get_answerer().index.add(passages)
    return jsonify(added=len(passages)), 201


@v1.get("/search")
def search() -> ResponseReturnValue:
    question = request.args.get("q") or abort(400, "q is missing")
    count = request.args.get("count", default=10, type=int)
    return jsonify(passages=get_answerer().index.nearest(question, count))


@v1.route("/answer", methods=["POST"])
def answer() -> ResponseReturnValue:
    return jsonify(answer=get_answerer().answer(_field("question", str)))


def _field(name: str, kind: type):
    value = (request.get_json(silent=True) or {}).get(name)
    if not isinstance(value, kind) or not value:
        abort(400, f"{name} is missing")
    return value
