import openai
from clients import ask_claude, openai_client


class NotReached(Exception):
    pass


class Refused(Exception):
    pass


def told(error):
    return NotReached(str(error))


def told_apart(error):
    if "refused" in str(error):
        return Refused(str(error))
    return NotReached(str(error))


def gpt_with_own_error(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        raise told(error) from error


def a_function_makes_the_error(text):
    try:
        return gpt_with_own_error(text)
    except NotReached:
        return ask_claude(text)


def gpt_with_one_of_two_errors(text):
    try:
        # expect: verdict=unknown
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        raise told_apart(error) from error


def one_of_two_errors_is_taken(text):
    try:
        return gpt_with_one_of_two_errors(text)
    except NotReached:
        return ask_claude(text)


def gpt_with_kept_error(text):
    kept = None
    for _ in range(3):
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except openai.APIError as error:
            kept = error
    raise kept


def the_kept_error_is_raised_in_the_end(text):
    try:
        return gpt_with_kept_error(text)
    except openai.APIError:
        return ask_claude(text)
