import asyncio
import os

from clients import ask_claude, openai_client
from fastapi import BackgroundTasks, FastAPI

app = FastAPI()
KEY = os.getenv("OPENAI_API_KEY", "").strip()
OTHER_KEY = os.getenv("ANTHROPIC_API_KEY", "").strip()


@app.post("/summaries")
def summaries(text, tasks: BackgroundTasks):
    tasks.add_task(summarise, text)
    return {}


def summarise(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return ask_claude(text)


@app.post("/titles")
def titles(text, tasks: BackgroundTasks):
    try:
        tasks.add_task(entitle, text)
    except Exception:
        return ask_claude(text)


def entitle(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@app.post("/labels")
async def labels(text):
    asyncio.create_task(label(text))
    await asyncio.to_thread(ask_claude, text)


async def label(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@app.post("/moods")
def moods(text, spare, tasks: BackgroundTasks):
    tasks.add_task(mood, text, spare)


def mood(text, spare):
    try:
        # expect: verdict=unknown
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        if spare:
            return ask_claude(text)
        raise


@app.post("/replies")
def replies(text):
    if KEY and not KEY.startswith("your_"):
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception as error:
            print(error)
    if OTHER_KEY and "replace-me" not in OTHER_KEY:
        return ask_claude(text)
    return "Not now."


@app.post("/notes")
def notes(text):
    if KEY == "" or KEY in ("changeme", "your-key-here", None):
        raise RuntimeError("no key")
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        if OTHER_KEY != "your-key-here":
            return ask_claude(text)
        raise
