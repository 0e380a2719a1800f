from apiflask import APIBlueprint, APIFlask, Schema
from apiflask.views import MethodView

app = APIFlask(__name__, title="Recipes")
bp = APIBlueprint("recipes", __name__, url_prefix="/recipes")


class Recipe(Schema):
    pass


# entry: kind=http title=POST /recipes/suggest
@bp.post("/suggest")
@bp.input(Recipe)
def suggest(json_data):
    return {"dish": invent(json_data)}


# entry: kind=http title=GET /ping
@app.route("/ping")
def ping():
    return "pong"


class Menu(MethodView):
    # entry: kind=http title=GET Menu
    def get(self):
        return []


def invent(wishes):
    return "soup"


bp.add_url_rule("/menu", view_func=Menu.as_view("menu"))
app.register_blueprint(bp)


@app.error_processor
def on_error(error):
    return {"message": error.message}, error.status_code
