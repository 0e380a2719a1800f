import gradio as gr


def reply(message, history):
    return think(message)


def shorten(text):
    return think(text)[:10]


def store(text):
    return None


def think(text):
    return text


# entry: kind=event title=app Helper
chat = gr.ChatInterface(reply, title="Helper")

with gr.Blocks() as demo:
    box = gr.Textbox(label="Text")
    button = gr.Button("Shorten")
    # entry: kind=event title=then store
    # entry: kind=event title=click shorten
    button.click(shorten, inputs=box, outputs=box).then(store, box)
    # entry: kind=event title=submit shorten
    box.submit(fn=shorten, inputs=box, outputs=box)

    # entry: kind=event title=render listing
    @gr.render(inputs=box)
    def listing(text):
        gr.Markdown(think(text))


demo.queue(max_size=4).launch()
