from flask import Flask, request

from shop import fallbacks

app = Flask(__name__)


@app.post("/texts/<way>")
def text(way):
    question = request.json["text"]
    ways = [
        fallbacks.quota_only,
        fallbacks.name_of_the_first,
        fallbacks.switched_off,
        fallbacks.behind_the_apology,
        fallbacks.stubborn,
        fallbacks.borrowed_key,
        fallbacks.for_long_prompts_only,
        fallbacks.one_gateway,
        fallbacks.unread,
        fallbacks.status_unread,
        fallbacks.embed,
        fallbacks.by_setting,
    ]
    return {"text": ways[int(way)](question)}
