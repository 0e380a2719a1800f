import marimo

app = marimo.App(width="medium")


# entry: kind=notebook title=notebook example summary
@app.cell
def summary(text):
    short = shorten(text)
    return (short,)


def shorten(text):
    return text[:10]
