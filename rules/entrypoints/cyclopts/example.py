from cyclopts import App

app = App(name="notes")


# entry: kind=cli title=command ask
@app.command
def ask(question: str):
    print(think(question))


# entry: kind=cli title=command main
@app.default
def main():
    think("nothing")


def export():
    think("all")


# entry: kind=cli title=command dump
app.command(export, name="dump")


def think(text):
    return text
