from flask import Blueprint, Flask, jsonify, request
from flask.views import MethodView

app = Flask(__name__)
api = Blueprint("api", __name__, url_prefix="/api")


# entry: kind=http title=GET /
@app.route("/")
def index():
    return "ok"


# entry: kind=http title=POST /api/summaries
@api.route("/summaries", methods=["POST"])
def summarize():
    return jsonify(text=shorten(request.json["text"]))


# entry: kind=http title=DELETE /api/summaries/<int:number>
@api.delete("/summaries/<int:number>")
def remove(number):
    return "", 204


class Tickets(MethodView):
    # entry: kind=http title=GET Tickets
    def get(self):
        return jsonify([])


def export():
    return "csv"


# entry: kind=http title=GET /export
app.add_url_rule("/export", "export", export)
app.add_url_rule("/tickets", view_func=Tickets.as_view("tickets"))
app.register_blueprint(api)


# entry: kind=cli title=flask reindex
@app.cli.command("reindex")
def reindex_all():
    pass


def shorten(text):
    return text[:100]


@app.template_filter("short")
def short(text):
    return shorten(text)
