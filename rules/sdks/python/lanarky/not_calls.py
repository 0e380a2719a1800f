from fastapi.responses import StreamingResponse


def answer(chunks):
    return StreamingResponse(chunks, media_type="text/event-stream")
