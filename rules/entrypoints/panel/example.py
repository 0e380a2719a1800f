import panel as pn


def reply(contents, user, instance):
    return think(contents)


def show(text):
    return think(text)


def clear(event):
    think("")


def think(text):
    return text


# entry: kind=event title=chat reply
chat = pn.chat.ChatInterface(callback=reply, callback_user="Helper")
box = pn.widgets.TextInput(name="Text")
button = pn.widgets.Button(name="Clear")
# entry: kind=event title=on_click clear
button.on_click(clear)
# entry: kind=event title=bind show
view = pn.bind(show, box)
pn.Column(chat, box, button, view).servable()
