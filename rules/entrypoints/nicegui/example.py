from nicegui import app, run, ui


def shorten(text):
    return text[:10]


async def on_click():
    ui.notify(await run.io_bound(shorten, "text"))


def refresh():
    shorten("news")


# entry: kind=http title=page /notes
@ui.page("/notes")
def notes():
    ui.label("Notes")
    # entry: kind=event title=Shorten
    ui.button("Shorten", on_click=on_click)
    # entry: kind=event title=on keydown.enter on_click
    ui.input("Text").on("keydown.enter", on_click)


# entry: kind=http title=GET /api/notes
@app.get("/api/notes")
def api_notes():
    return [shorten("a")]


# entry: kind=schedule title=timer refresh
ui.timer(10.0, refresh)
ui.run()
