"""Translate a document, over plain HTTP: one request does not need a whole SDK."""

import os

import httpx

from batch.documents import Document

API = "https://generativelanguage.googleapis.com/v1beta"
MODEL = "gemini-2.5-flash"


def translated(document: Document, language: str) -> Document:
    prompt = f"Translate into {language}. Answer with the translation only.\n\n{document.text}"
    response = httpx.post(
        f"{API}/models/{MODEL}:generateContent",
        headers={"x-goog-api-key": os.environ["GEMINI_API_KEY"]},
        json={"contents": [{"parts": [{"text": prompt}]}]},
        timeout=60,
    )
    response.raise_for_status()
    parts = response.json()["candidates"][0]["content"]["parts"]
    return document.translated("".join(part["text"] for part in parts), language)
