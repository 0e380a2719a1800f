from fastapi import FastAPI
from pydantic import BaseModel

from clinic.answers import answer
from clinic.letters import write_letter
from clinic.summaries import summarise

app = FastAPI()


class Note(BaseModel):
    text: str


@app.post("/answers")
def post_answer(note: Note):
    return {"answer": answer(note.text)}


@app.post("/summaries")
async def post_summary(note: Note):
    return {"summary": await summarise(note.text)}


@app.post("/letters")
def post_letter(note: Note):
    return {"letter": write_letter(note.text)}
