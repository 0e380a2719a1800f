from google.cloud import pubsub_v1

SUBSCRIPTION = "projects/shop/subscriptions/reviews"


def on_review(message):
    rate(message.data)
    message.ack()


def rate(data):
    return len(data)


def publish(data):
    publisher = pubsub_v1.PublisherClient()
    publisher.publish("projects/shop/topics/reviews", data).add_done_callback(rate)


subscriber = pubsub_v1.SubscriberClient()
# entry: kind=event title=on projects/shop/subscriptions/reviews
future = subscriber.subscribe(SUBSCRIPTION, callback=on_review)
