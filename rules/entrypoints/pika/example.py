import aio_pika
import pika


def on_mail(channel, method, properties, body):
    label(body)
    channel.basic_ack(method.delivery_tag)


async def on_order(message):
    label(message.body)


def label(body):
    return "spam"


def consume():
    connection = pika.BlockingConnection(pika.ConnectionParameters("localhost"))
    channel = connection.channel()
    channel.queue_declare(queue="mails")
    # entry: kind=event title=on mails
    channel.basic_consume(queue="mails", on_message_callback=on_mail)
    channel.start_consuming()


async def listen():
    connection = await aio_pika.connect_robust("amqp://localhost/")
    channel = await connection.channel()
    queue = await channel.declare_queue("orders")
    # entry: kind=event title=on message on_order
    await queue.consume(on_order)
    await queue.purge()
