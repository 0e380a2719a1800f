from flask import Flask
from flask_smorest import Api, Blueprint

app = Flask(__name__)
api = Api(app)
blp = Blueprint("labels", "labels", url_prefix="/labels", description="Labels for mails")


# entry: kind=http title=POST /labels/guess
@blp.route("/guess", methods=["POST"])
@blp.response(200)
def guess():
    return classify("text")


def classify(text):
    return "spam"


api.register_blueprint(blp)
