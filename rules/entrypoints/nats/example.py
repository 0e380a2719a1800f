import nats


async def on_order(message):
    await check(message.data)


async def check(data):
    return bool(data)


async def on_error(error):
    print(error)


async def listen():
    client = await nats.connect("nats://localhost:4222", error_cb=on_error)
    # entry: kind=event title=on orders.*
    await client.subscribe("orders.*", cb=on_order)
    await client.publish("ready", b"")
