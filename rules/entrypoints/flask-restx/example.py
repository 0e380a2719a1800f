from flask import Flask
from flask_restx import Api, Namespace, Resource, fields

app = Flask(__name__)
api = Api(app)
ns = Namespace("translations", path="/translations")
model = ns.model("Text", {"text": fields.String})


@ns.route("/")
class Translations(Resource):
    @ns.doc("list_translations")
    # entry: kind=http title=GET Translations
    def get(self):
        return []

    # entry: kind=http title=POST Translations
    @ns.expect(model)
    def post(self):
        return translate(ns.payload["text"]), 201


def translate(text):
    return text


class Glossary:
    def get(self, word):
        return word


api.add_namespace(ns)
