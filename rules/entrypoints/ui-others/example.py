import flet as ft
import mesop as me
import mesop.labs as mel
from textual import on, work
from textual.app import App


def transform(text, history):
    return think(text)


# entry: kind=http title=page /chat
@me.page(path="/chat")
def page():
    # entry: kind=event title=chat transform
    mel.chat(transform, title="Chat")


class Notes(App):
    # entry: kind=event title=Notes.on_mount
    def on_mount(self):
        self.draw()

    # entry: kind=event title=Notes.submit
    @on(str)
    def submit(self, event):
        self.ask(event)

    # entry: kind=event title=Notes.ask
    @work(thread=True)
    def ask(self, event):
        think(event)

    def draw(self):
        think("x")


def window(page: ft.Page):
    page.add(ft.Text(think("hello")))


def think(text):
    return text


# entry: kind=event title=app window
ft.app(target=window)
