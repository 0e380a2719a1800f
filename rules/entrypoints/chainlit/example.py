import chainlit as cl


# entry: kind=event title=chat on_chat_start
@cl.on_chat_start
async def start():
    cl.user_session.set("history", [])


# entry: kind=event title=chat on_message
@cl.on_message
async def answer(message: cl.Message):
    await cl.Message(content=await think(message.content)).send()


# entry: kind=event title=chat action again
@cl.action_callback("again")
async def again(action: cl.Action):
    await think("again")


@cl.step(type="llm")
async def think(text: str) -> str:
    return text


@cl.cache
def load():
    return "model"
