from shiny import reactive, render
from shiny.express import input, ui

chat = ui.Chat(id="chat")
ui.input_text("text", "Text")


# entry: kind=event title=chat answer
@chat.on_user_submit
async def answer(question: str):
    await chat.append_message(think(question))


@reactive.calc
def short():
    return think(input.text())


# entry: kind=event title=render summary
@render.text
def summary():
    return short()


# entry: kind=event title=reactive log
@reactive.effect
@reactive.event(input.text)
def log():
    print(short())


def think(text: str) -> str:
    return text
