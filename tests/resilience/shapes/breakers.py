import time

import pybreaker
from circuitbreaker import circuit, CircuitBreakerError
from clients import ask_claude, ask_openai, claude_client, openai_client

breaker = pybreaker.CircuitBreaker(fail_max=3)


@breaker
def guarded(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def around_the_breaker(text):
    try:
        return guarded(text)
    except Exception:
        return ask_claude(text)


@breaker
def guarded_blind(text):
    # Until the breaker opens, the library's own errors come out.
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o-mini", messages=[text])


def only_when_open(text):
    try:
        return guarded_blind(text)
    except pybreaker.CircuitBreakerError:
        return ask_claude(text)


@circuit(failure_threshold=5, fallback_function=ask_claude)
def with_fallback(text):
    # While the circuit is closed, errors go on: the fallback is asked once it is open.
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4.1", messages=[text])


@breaker
def claude_behind_the_same(text):
    return ask_claude(text)


@breaker
def gpt_behind_the_same(text):
    # Once the breaker is open, it lets neither of them through.
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-5", messages=[text])


def both_behind_one(text):
    try:
        return gpt_behind_the_same(text)
    except Exception:
        return claude_behind_the_same(text)


other_breaker = pybreaker.CircuitBreaker(fail_max=3)


@other_breaker
def claude_behind_another(text):
    return ask_claude(text)


@breaker
def gpt_behind_its_own(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-5-mini", messages=[text])


def each_behind_its_own(text):
    try:
        return gpt_behind_its_own(text)
    except Exception:
        return claude_behind_another(text)


@breaker
def gpt_in_a_loop(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-5-nano", messages=[text])


def in_a_loop_behind_one(text):
    for ask in (gpt_in_a_loop, claude_behind_the_same):
        try:
            return ask(text)
        except Exception as error:
            print(error)
    raise RuntimeError("nobody answered")


def called_through(text):
    try:
        # expect: verdict=cross-vendor
        return breaker.call(openai_client.chat.completions.create, model="gpt-4o", messages=[text])
    except Exception:
        return ask_claude(text)


class Breaker:
    def __init__(self):
        self.failures = 0
        self.opened = 0.0

    @property
    def is_open(self):
        return self.failures >= 3 and time.time() - self.opened < 60

    def failed(self):
        self.failures += 1
        self.opened = time.time()


own = Breaker()


def own_breaker(text):
    if not own.is_open:
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            own.failed()
    return ask_claude(text)


def own_breaker_raises(text):
    if own.is_open:
        return ask_claude(text)
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        own.failed()
        raise


def handed_gpt(text):
    # Through one breaker, by hand: once it is open, it lets neither of them through.
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-5-mini", messages=[text])


def both_called_through_one(text):
    try:
        return breaker.call(handed_gpt, text)
    except Exception:
        return breaker.call(ask_claude, text)


gpt_breaker = pybreaker.CircuitBreaker(fail_max=3)
claude_breaker = pybreaker.CircuitBreaker(fail_max=3)


def handed_gpt_alone(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-5-nano", messages=[text])


def each_called_through_its_own(text):
    try:
        return gpt_breaker.call(handed_gpt_alone, text)
    except Exception:
        return claude_breaker.call(ask_claude, text)


class Provider:
    def __init__(self, ask):
        self.ask = ask
        self.breaker = pybreaker.CircuitBreaker(fail_max=3)

    def answer(self, text):
        return self.breaker.call(self.ask, text)


def held_gpt(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4.1-nano", messages=[text])


providers = [Provider(held_gpt), Provider(ask_claude)]


def each_has_its_own(text):
    for provider in providers:
        try:
            return provider.answer(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")
