from dash import Dash, Input, Output, callback, dcc, html

app = Dash(__name__)
app.layout = html.Div([dcc.Input(id="question"), html.Div(id="answer"), html.Div(id="hint")])


# entry: kind=event title=callback answer
@app.callback(Output("answer", "children"), Input("question", "value"))
def answer(question):
    return think(question)


# entry: kind=event title=callback hint
@callback(Output("hint", "children"), Input("question", "value"), prevent_initial_call=True)
def hint(question):
    return think(question)


def think(text):
    return text


app.clientside_callback("function(x) {return x}", Output("a", "b"), Input("c", "d"))
