"""Give each document a label."""

import litellm

from batch.documents import Document

MODEL = "mistral/mistral-small-latest"
LABELS = ("contract", "invoice", "letter", "report", "other")


def label_of(document: Document) -> str:
    answer = litellm.completion(
        model=MODEL,
        temperature=0,
        timeout=20,
        messages=[
            {"role": "system", "content": f"Answer with one word of: {', '.join(LABELS)}."},
            {"role": "user", "content": f"{document.title}\n\n{document.text[:4000]}"},
        ],
    )
    word = answer.choices[0].message.content.strip().lower()
    return word if word in LABELS else "other"
