import os
from clients import claude_client, openai_client

class A:
    def ask(self, text):
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])

class B:
    def ask(self, text):
        # expect: verdict=none
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])

PROVIDERS = {"openai": A, "anthropic": B}

def answer(text):
    client = PROVIDERS[os.environ.get("PROVIDER", "openai")]()
    # expect: verdict=manual-switch
    return client.ask(text)

def pick():
    if os.environ.get("PROVIDER") == "anthropic":
        return B()
    return A()

def other(text):
    # expect: verdict=manual-switch
    return pick().ask(text)


class C:
    def ask(self, text):
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4.1", messages=[text])


def same_vendor_twice(text, mode):
    # Whichever runs, the vendor is one: this line decides nothing, and is no call.
    return (A() if mode else C()).ask(text)


class First:
    def ask(self, text):
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


class Second:
    def ask(self, text):
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def one_after_the_other(text):
    for client in (First(), Second()):
        try:
            return client.ask(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")
