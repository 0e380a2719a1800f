import paho.mqtt.client as mqtt
from fastapi_mqtt import FastMQTT, MQTTConfig

fast = FastMQTT(config=MQTTConfig())
client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2)


def on_door(client, userdata, message):
    explain(message.payload)


def explain(payload):
    return payload


# entry: kind=event title=on house/+/motion
@fast.subscribe("house/+/motion", qos=1)
async def on_motion(client, topic, payload, qos, properties):
    explain(payload)


# entry: kind=event title=on house/door
client.message_callback_add("house/door", on_door)
client.subscribe("house/#")
client.loop_start()
