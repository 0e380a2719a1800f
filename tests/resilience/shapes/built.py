"""What a constructor leaves in its object under a setting or inside a ``try``."""

import os

from anthropic import Anthropic
from clients import claude_client, openai_client
from openai import OpenAI

FAILS_OVER = os.getenv("FAILS_OVER", "true") == "true"
STANDS_BY = os.getenv("STANDS_BY", "false") == "true"


class Claude:
    def ask(self, text):
        client = Anthropic()
        return client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


class MadeInATry:
    def __init__(self):
        self.second = None
        try:
            self.second = Claude()
        except Exception:
            self.second = None

    def ask(self, text):
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if self.second:
                return self.second.ask(text)
            raise


class AsShipped:
    def __init__(self):
        self.second = None
        if FAILS_OVER:
            self.second = Claude()

    def ask(self, text):
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if self.second is not None:
                return self.second.ask(text)
            raise


class NotAsShipped:
    def __init__(self):
        self.second = None
        if STANDS_BY:
            self.second = Claude()

    def ask(self, text):
        try:
            # expect: verdict=unknown
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if self.second is not None:
                return self.second.ask(text)
            raise


class WaitsForAPart:
    def __init__(self):
        self.second = None
        try:
            self.region = os.environ["SECOND_REGION"]
            self.second = Claude()
        except KeyError:
            self.second = None

    def ask(self, text):
        try:
            # expect: verdict=unknown
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if self.second is not None:
                return self.second.ask(text)
            raise


class TriedOut:
    def __init__(self):
        self.second = None
        try:
            openai_client.chat.completions.create(model="gpt-4o-mini", messages=["are you there?"])
            self.second = Claude()
        except Exception:
            self.second = None

    def ask(self, text):
        try:
            # expect: verdict=unknown
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if self.second is not None:
                return self.second.ask(text)
            raise


class GivenUpLater:
    def __init__(self):
        self.second = None
        try:
            self.second = Claude()
        except Exception:
            self.second = None

    def rest(self):
        self.second = None

    def ask(self, text):
        try:
            # expect: verdict=unknown
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if self.second is not None:
                return self.second.ask(text)
            raise


class OfTheSameVendor:
    def __init__(self):
        self.second = None
        try:
            self.second = OpenAI()
        except Exception:
            self.second = None

    def ask(self, text):
        try:
            # expect: verdict=same-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if self.second:
                return self.second.chat.completions.create(model="gpt-4o-mini", messages=[text])
            raise


class Swallowed:
    def __init__(self):
        self.first = None
        try:
            self.first = claude_client
        except Exception:
            self.first = None

    def ask(self, text):
        if self.first is None:
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        # expect: verdict=none
        return self.first.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])
