from bottle import Bottle, post, request, route, template

app = Bottle()


# entry: kind=http title=GET /
@route("/")
def index():
    return template("index")


# entry: kind=http title=POST /poems
@post("/poems")
def write_poem():
    return rhyme(request.forms.topic)


# entry: kind=http title=PUT /poems/<number:int>
@app.route("/poems/<number:int>", method="PUT")
def replace(number):
    return rhyme(str(number))


def list_poems():
    return {"poems": []}


# entry: kind=http title=GET /poems
app.route("/poems", "GET", list_poems)


def rhyme(topic):
    return topic


@app.error(404)
def missing(error):
    return "nothing here"
