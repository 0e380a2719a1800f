from faststream import Depends, FastStream
from faststream.kafka import KafkaBroker
from faststream.rabbit import RabbitRouter

broker = KafkaBroker("localhost:9092")
router = RabbitRouter()
app = FastStream(broker)


def get_prompt() -> str:
    return "Label this: "


# entry: kind=event title=on mails
@broker.subscriber("mails", group_id="labels")
@broker.publisher("labels")
async def label(body: str, prompt: str = Depends(get_prompt)) -> str:
    return guess(prompt + body)


# entry: kind=event title=on orders
@router.subscriber("orders")
async def check(body: dict) -> None:
    guess(str(body))


# entry: kind=event title=after_startup greet
@app.after_startup
async def greet() -> None:
    await broker.publish("hello", "mails")


def guess(text: str) -> str:
    return text
