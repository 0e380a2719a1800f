"""Flags and texts that a loop over a stream changes, asked in the handler around it."""

from threading import Thread

from clients import claude_client, openai_client


def of_claude(text):
    # expect: verdict=cross-vendor
    with claude_client.messages.stream(model="claude-sonnet-4-5", max_tokens=9, messages=[]) as s:
        yield from s.text_stream


def of_openai(text):
    for piece in openai_client.chat.completions.create(model="gpt-4o", messages=[], stream=True):
        yield piece.choices[0].delta.content


def next_one_while_nothing_came(text):
    for name, pieces in [("claude", of_claude), ("openai", of_openai)]:
        try:
            started = False
            for piece in pieces(text):
                started = True
                yield piece
            return
        except Exception:
            if started:
                return
            print(name)
    raise RuntimeError("nobody answered")


def keeps_what_came(text):
    answer = ""
    try:
        # expect: verdict=cross-vendor
        stream = openai_client.chat.completions.create(model="gpt-4o", messages=[], stream=True)
        for piece in stream:
            answer += piece.choices[0].delta.content
    except Exception:
        if answer:
            return answer
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])
    return answer


def flag_is_set_before(text):
    try:
        started = True
        # expect: verdict=degraded
        for piece in openai_client.chat.completions.create(model="gpt-4o", messages=[], stream=1):
            print(piece)
    except Exception:
        if started:
            return None
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def flag_the_other_way_round(text):
    waiting = True
    try:
        # expect: verdict=degraded
        for piece in openai_client.chat.completions.create(model="gpt-4o", messages=[], stream=1):
            waiting = False
            print(piece)
    except Exception:
        if waiting:
            return None
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def asked_in_the_loop(questions):
    started = False
    try:
        for question in questions:
            started = True
            # expect: verdict=degraded
            print(openai_client.chat.completions.create(model="gpt-4o", messages=[question]))
    except Exception:
        if started:
            return None
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def asked_behind_the_loop(lines):
    started = False
    try:
        for line in lines:
            started = True
            print(line)
        # expect: verdict=unknown
        return openai_client.chat.completions.create(model="gpt-4o", messages=lines)
    except Exception:
        if started:
            return None
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def asked_before_and_behind(text):
    started = False
    try:
        for piece in openai_client.chat.completions.create(model="gpt-4o", messages=[], stream=1):
            started = True
            print(piece)
        # expect: verdict=unknown
        return openai_client.chat.completions.create(model="gpt-4o-mini", messages=[])
    except Exception:
        if started:
            return None
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def always_fails(error):
    raise RuntimeError("nobody listens") from error


def reports_beside(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        Thread(target=always_fails, args=(error,)).start()
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def reports_before(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        always_fails(error)
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])
