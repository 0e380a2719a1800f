from flask import Flask
from flask_restful import Api, Resource, reqparse

app = Flask(__name__)
api = Api(app)
parser = reqparse.RequestParser()


class Answers(Resource):
    # entry: kind=http title=GET Answers
    def get(self, answer_id):
        return {"id": answer_id}

    # entry: kind=http title=POST Answers
    def post(self):
        return self.write(parser.parse_args())

    def write(self, fields):
        return dict(fields)


class Store:
    """Not a resource, though it has the same methods."""

    def get(self, key):
        return None


api.add_resource(Answers, "/answers", "/answers/<int:answer_id>")
