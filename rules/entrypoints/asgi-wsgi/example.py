import json


# entry: kind=http title=WSGI example
def application(environ, start_response):
    size = int(environ.get("CONTENT_LENGTH") or 0)
    body = json.loads(environ["wsgi.input"].read(size))
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps({"text": rewrite(body["text"])}).encode()]


def rewrite(text):
    return text


def applications():
    return [application]
