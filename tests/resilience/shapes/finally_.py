from clients import ask_claude, openai_client


def raises_in_the_end(text):
    failed = False
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        failed = True
        return ask_claude(text)
    finally:
        if failed:
            raise RuntimeError("the first one is down")


def raises_around(text):
    error = None
    try:
        try:
            # expect: verdict=none
            return openai_client.chat.completions.create(model="gpt-4o-mini", messages=[text])
        except Exception as caught:
            error = caught
            return ask_claude(text)
    finally:
        if error is not None:
            raise error


def only_notes(text):
    failed = False
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4.1", messages=[text])
    except Exception:
        failed = True
        return ask_claude(text)
    finally:
        if failed:
            print("asked the second one")


def gives_back_what_it_had(text):
    reply = None
    try:
        # expect: verdict=degraded
        reply = openai_client.chat.completions.create(model="gpt-4.1-mini", messages=[text])
        return reply
    except Exception:
        return ask_claude(text)
    finally:
        return reply


def gives_back_what_came(text):
    reply = None
    try:
        # expect: verdict=cross-vendor
        reply = openai_client.chat.completions.create(model="gpt-5", messages=[text])
    except Exception:
        reply = ask_claude(text)
    finally:
        return reply


def raises_for_something_else(text, strict):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-5-mini", messages=[text])
    except Exception:
        return ask_claude(text)
    finally:
        if not text:
            raise ValueError("nothing was asked")
