import reflex as rx


class Chat(rx.State):
    answer: str = ""

    # entry: kind=event title=Chat.ask
    def ask(self, form: dict):
        self.answer = self._think(form["question"])

    # entry: kind=event title=Chat.clear
    @rx.event
    async def clear(self):
        self.answer = ""

    def _think(self, text: str) -> str:
        return text


class Settings:
    def ask(self, form: dict):
        return form


# entry: kind=http title=page /about
@rx.page(route="/about", title="About")
def about():
    return rx.text("about")


def index():
    return rx.form(on_submit=Chat.ask)


app = rx.App()
# entry: kind=http title=page /
app.add_page(index, "/")
