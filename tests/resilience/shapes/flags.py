"""Flags, saved errors and lists of errors that are asked after another vendor has answered."""

from clients import claude_client, openai_client


def of_openai(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[])


def of_claude(text):
    return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def raised_for_any(text):
    errors = []
    answer = None
    for ask in (of_openai, of_claude):
        try:
            answer = ask(text)
            break
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]
    return answer


def raised_for_the_last(text):
    last = None
    answer = None
    try:
        # expect: verdict=none
        answer = openai_client.chat.completions.create(model="gpt-4o", messages=[])
    except Exception as error:
        last = error
        answer = of_claude(text)
    if last is not None:
        raise RuntimeError("failed") from last
    return answer


def only_the_body_is_well(text):
    done = False
    try:
        # expect: verdict=none
        answer = openai_client.chat.completions.create(model="gpt-4o", messages=[])
        done = True
    except Exception:
        answer = of_claude(text)
    if not done:
        raise RuntimeError("failed")
    return answer


def both_are_well(text):
    done = False
    try:
        # expect: verdict=cross-vendor
        answer = openai_client.chat.completions.create(model="gpt-4o", messages=[])
        done = True
    except Exception:
        answer = of_claude(text)
        done = True
    if not done:
        raise RuntimeError("failed")
    return answer


def reported_only(text):
    errors = []
    answer = None
    for client, model in ((openai_client, "gpt-4o"), (claude_client, None)):
        try:
            if model:
                # expect: verdict=cross-vendor
                answer = client.chat.completions.create(model=model, messages=[])
            else:
                answer = of_claude(text)
            break
        except Exception as error:
            errors.append(error)
    if errors:
        print(errors)
    if answer is None:
        raise RuntimeError("all failed")
    return answer


def may_not_have_begun(questions):
    seen = False
    answer = None
    for question in questions:
        seen = True
        print(question)
    try:
        # expect: verdict=unknown
        answer = openai_client.chat.completions.create(model="gpt-4o", messages=[])
    except Exception:
        if seen:
            raise
        answer = of_claude(questions)
    return answer
