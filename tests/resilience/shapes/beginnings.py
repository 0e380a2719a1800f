import os

from clients import ask_claude, claude_client, openai_client

TRIES = int(os.getenv("TRIES", "3"))


def rounds_nobody_knows(text, count):
    try:
        # expect: verdict=unknown
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        for _ in range(count):
            return ask_claude(text)
        raise


def only_while_something_is_left(text, spare):
    try:
        # expect: verdict=unknown
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        while spare:
            return ask_claude(text)
        raise


def spares_that_may_be_none(text, spares):
    try:
        # expect: verdict=unknown
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        for _ in spares:
            try:
                return ask_claude(text)
            except Exception:
                continue
        raise


def a_default_counts(text, limit=12):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        for _ in range(limit):
            try:
                return ask_claude(text)
            except Exception:
                continue
        raise


def none_before_the_default(text, limit=1):
    try:
        # expect: verdict=unknown
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        for _ in range(1, limit):
            try:
                return ask_claude(text)
            except Exception:
                continue
        raise


def a_setting_counts(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        for _ in range(TRIES):
            try:
                return ask_claude(text)
            except Exception:
                continue
        raise


def a_number_handed_on(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return several_times(text, 5)


def several_times(text, attempts):
    for attempt in range(attempts):
        try:
            return ask_claude(text)
        except Exception:
            if attempt == attempts - 1:
                raise


class Patient:
    def __init__(self, limit: int = 20):
        self.limit = limit

    def ask(self, text):
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            left = self.limit
            while left > 0:
                try:
                    return ask_claude(text)
                except Exception:
                    left -= 1
            raise


def each_of_many(text, parts):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        replies = []
        for part in parts:
            replies.append(ask_claude(part))
        return replies


def thrown_away(text, log):
    try:
        # expect: verdict=degraded
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        log.write(ask_claude(text))


NAMES = ["openai", "anthropic"]


def next_name(text, position=0):
    try:
        if NAMES[position] == "openai":
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        return ask_claude(text)
    except Exception:
        if position + 1 < len(NAMES):
            return next_name(text, position + 1)
        raise


def same_again(text, position=0):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        if position < 2:
            return same_again(text, position + 1)
        raise


def counted_down(text, left=4):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        if left > 0:
            return counted_down(text, left - 1)
        return claude_client.messages.create(
            model="claude-sonnet-4-5", max_tokens=9, messages=[text]
        )


def ask_first(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def one_after_another(text):
    waiting = [ask_first, ask_claude]
    while waiting:
        ask = waiting.pop(0)
        try:
            return ask(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")


def ask_alone(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def nobody_else_waits(text):
    waiting = [ask_alone]
    while len(waiting) > 0:
        ask = waiting.pop(0)
        try:
            return ask(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")


def main():
    Patient().ask("a")
    next_name("a"), same_again("a"), counted_down("a")


main()
