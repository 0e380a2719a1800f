"""Loops over the positions of a list of candidates."""

from clients import claude_client, openai_client


class Gpt:
    def ask(self, text):
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


class Claude:
    def ask(self, text):
        return claude_client.messages.create(
            model="claude-sonnet-4-5", max_tokens=9, messages=[text]
        )


class InTurn:
    def __init__(self, candidates):
        self.candidates = list(candidates)
        self.resting = {}

    def ask(self, text):
        awake = [n for n in range(len(self.candidates)) if self.resting.get(n, 0) <= 0]
        last = None
        for number in awake or list(range(len(self.candidates))):
            candidate = self.candidates[number]
            try:
                return candidate.ask(text)
            except Exception as error:
                self.resting[number] = 60
                last = error
        raise last


def in_turn(text):
    return InTurn([Gpt(), Claude()]).ask(text)


class GptButTheLast:
    def ask(self, text):
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def all_but_the_last(text):
    candidates = list([GptButTheLast(), Claude()])
    for number in range(len(candidates) - 1):
        try:
            return candidates[number].ask(text)
        except Exception as error:
            print(number, error)
    raise RuntimeError("nobody answered")


class GptAlways:
    def ask(self, text):
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def always_the_first(text):
    candidates = tuple([GptAlways(), Claude()])
    for number in range(len(candidates)):
        try:
            return candidates[0].ask(text)
        except Exception as error:
            print(number, error)
    raise RuntimeError("nobody answered")


class GptTwice:
    def __init__(self, model):
        self.model = model

    def ask(self, text):
        # expect: verdict=same-vendor
        return openai_client.chat.completions.create(model=self.model, messages=[text])


def of_one_vendor(text):
    candidates = list([GptTwice("gpt-4o"), GptTwice("gpt-4o-mini")])
    for number in range(len(candidates)):
        try:
            return candidates[number].ask(text)
        except Exception as error:
            print(number, error)
    raise RuntimeError("nobody answered")


class GptLeft:
    def ask(self, text):
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def leaves_after_the_first(text):
    candidates = list([GptLeft(), Claude()])
    for number in range(len(candidates)):
        try:
            return candidates[number].ask(text)
        except Exception as error:
            raise RuntimeError(number) from error


def gpt_passed_over(text):
    # expect: verdict=unknown
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def claude_passed_over(text):
    return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


def one_is_passed_over(text):
    for ask in [gpt_passed_over, claude_passed_over]:
        if ask is claude_passed_over:
            continue
        try:
            return ask(text)
        except Exception as error:
            print(error)
    raise RuntimeError("nobody answered")
