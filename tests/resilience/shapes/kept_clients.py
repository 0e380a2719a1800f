import os

from anthropic import Anthropic
from openai import OpenAI


class BuiltWhereThereIsAKey:
    def __init__(self):
        self.gpt = None
        self.claude = None
        if os.getenv("OPENAI_API_KEY"):
            self.gpt = OpenAI(api_key=os.getenv("OPENAI_API_KEY"))
        if os.getenv("ANTHROPIC_API_KEY"):
            self.claude = Anthropic(api_key=os.getenv("ANTHROPIC_API_KEY"))

    def ask(self, text):
        if self.gpt:
            try:
                # expect: verdict=cross-vendor
                return self.gpt.chat.completions.create(model="gpt-4o", messages=[text])
            except Exception as error:
                print(error)
        if self.claude:
            return self.claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])
        raise RuntimeError("nobody answers")


class NeverBuilt:
    def __init__(self):
        self.gpt = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
        self.claude = None

    def ask(self, text):
        try:
            # expect: verdict=none
            return self.gpt.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if self.claude:
                return self.claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])
            raise


class BuiltAndTakenAway:
    def __init__(self):
        self.claude = None
        if os.getenv("ANTHROPIC_API_KEY"):
            self.claude = Anthropic(api_key=os.getenv("ANTHROPIC_API_KEY"))
        self.gpt = OpenAI(api_key=os.environ["OPENAI_API_KEY"])

    def close(self):
        self.claude = None

    def ask(self, text):
        try:
            # expect: verdict=unknown
            return self.gpt.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if self.claude:
                return self.claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])
            raise


HOSTS = {
    "deepseek": ("https://api.deepseek.com", "DEEPSEEK_API_KEY", "deepseek-chat"),
    "mistral": ("https://api.mistral.ai/v1", "MISTRAL_API_KEY", "mistral-small-latest"),
}


class Host:
    def __init__(self, name):
        address, key, self.model = HOSTS[name]
        self.client = OpenAI(api_key=os.getenv(key), base_url=address)

    def ask(self, text):
        # expect: verdict=cross-vendor
        return self.client.chat.completions.create(model=self.model, messages=[text])


class BuiltOnFirstUse:
    def __init__(self, order=None):
        self.order = order or ["deepseek", "mistral"]
        self._hosts = {}

    def _host(self, name):
        if name not in self._hosts:
            self._hosts[name] = Host(name)
        return self._hosts[name]

    def ask(self, text):
        for name in self.order:
            try:
                return self._host(name).ask(text)
            except Exception as error:
                print(name, error)
        raise RuntimeError("nobody answers")


hosts = BuiltOnFirstUse()


def ask_hosts(text):
    return hosts.ask(text)
