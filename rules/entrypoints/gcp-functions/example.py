import functions_framework
from firebase_functions import firestore_fn, https_fn


# entry: kind=http title=function summarize
@functions_framework.http
def summarize(request):
    return shorten(request.get_json()["text"])


# entry: kind=event title=function on_upload
@functions_framework.cloud_event
def on_upload(event):
    shorten(event.data["name"])


# entry: kind=http title=function translate
@https_fn.on_call()
def translate(request: https_fn.CallableRequest) -> dict:
    return {"text": shorten(request.data["text"])}


# entry: kind=event title=function tag
@firestore_fn.on_document_created(document="notes/{note}")
def tag(event) -> None:
    shorten("note")


@functions_framework.errorhandler(ValueError)
def on_error(error):
    return str(error), 400


def shorten(text):
    return text[:10]
