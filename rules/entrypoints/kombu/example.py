from kombu import Connection, Consumer, Queue
from kombu.mixins import ConsumerMixin


class Worker(ConsumerMixin):
    def __init__(self, connection):
        self.connection = connection

    def get_consumers(self, make, channel):
        return [make(queues=[Queue("mails")], callbacks=[self.on_task])]

    # entry: kind=event title=on message Worker
    def on_task(self, body, message):
        label(body)
        message.ack()


def on_order(body, message):
    label(body)


def label(body):
    return "spam"


def consume():
    with Connection("amqp://") as connection:
        # entry: kind=event title=on message on_order
        with Consumer(connection, [Queue("orders")], callbacks=[on_order]):
            connection.drain_events()
