"""Clients and models are followed through the objects that hold, build and hand them out."""

from __future__ import annotations

import pytest

from tests.linker.reading import (
    AuditTree,
    Target,
    anthropic,
    asks,
    only,
    openai,
    targets,
    unreached,
    workflows,
)

#: Two providers behind one base class, as many repositories have them.
PROVIDERS = """
    from abc import ABC, abstractmethod

    from anthropic import Anthropic
    from openai import OpenAI


    class Provider(ABC):
        @abstractmethod
        def complete(self, prompt: str) -> str: ...


    class Gpt(Provider):
        def __init__(self, model="gpt-4o"):
            self.client = OpenAI()
            self.model = model

        def complete(self, prompt):
            return self.client.responses.create(model=self.model, input=prompt)


    class Claude(Provider):
        def __init__(self, model="claude-sonnet-4-5"):
            self.client = Anthropic()
            self.model = model

        def complete(self, prompt):
            return self.client.messages.create(model=self.model, messages=[prompt], max_tokens=9)
"""
GPT_CALL = "providers.py:18"
CLAUDE_CALL = "providers.py:27"


def test_a_client_kept_in_an_attribute_is_used_by_a_method(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Writer:
                    def __init__(self, key):
                        self._client = OpenAI(api_key=key)
                        self._model = "gpt-4o"

                    def write(self, prompt):
                        return self._send(prompt)

                    def _send(self, prompt):
                        return self._client.responses.create(model=self._model, input=prompt)
            """
        }
    )
    assert targets(report) == {"app.py:13": openai("gpt-4o")}


@pytest.mark.parametrize("decorator", ["property", "cached_property", "functools.cached_property"])
def test_a_client_made_on_first_use_by_a_property_is_followed(
    audit_tree: AuditTree, decorator: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                import functools
                from functools import cached_property

                from anthropic import Anthropic


                class Writer:
                    _client = None

                    @{decorator}
                    def client(self):
                        if self._client is None:
                            self._client = Anthropic()
                        return self._client

                    def write(self, prompt):
                        return self.client.messages.create(
                            model="claude-haiku-4-5", messages=[prompt], max_tokens=9
                        )
            """
        }
    )
    assert targets(report) == {"app.py:17": anthropic("claude-haiku-4-5")}


def test_a_client_set_by_another_method_than_the_constructor_is_followed(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import AsyncOpenAI


                class Writer:
                    def __init__(self):
                        self.client = None

                    async def start(self):
                        self.client = AsyncOpenAI()

                    async def write(self, prompt):
                        if self.client is None:
                            await self.start()
                        return await self.client.responses.create(model="gpt-4o", input=prompt)
            """
        }
    )
    assert targets(report) == {"app.py:14": openai("gpt-4o")}


def test_a_client_that_is_a_class_attribute_is_shared_by_all_objects(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Writer:
                    client = OpenAI()

                    def write(self, prompt):
                        return self.client.responses.create(model="gpt-4o", input=prompt)

                    @classmethod
                    def draw(cls, prompt):
                        return cls.client.images.generate(model="dall-e-3", prompt=prompt)

                    @staticmethod
                    def read(text):
                        return Writer.client.embeddings.create(
                            model="text-embedding-3-small", input=text
                        )
            """
        }
    )
    assert targets(report) == {
        "app.py:8": openai("gpt-4o"),
        "app.py:12": openai("dall-e-3"),
        "app.py:16": openai("text-embedding-3-small"),
    }


def test_a_subclass_inherits_the_client_of_its_base(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "base.py": """
                from openai import OpenAI


                class Base:
                    def __init__(self, model):
                        self.model = model
                        self.client = OpenAI()
            """,
            "app.py": """
                from base import Base


                class Writer(Base):
                    def __init__(self):
                        super().__init__(model="gpt-4o")

                    def write(self, prompt):
                        return self.client.responses.create(model=self.model, input=prompt)


                class Poet(Base):
                    def __init__(self):
                        Base.__init__(self, "gpt-4o-mini")

                    def rhyme(self, prompt):
                        return self.client.responses.create(model=self.model, input=prompt)
            """,
        }
    )
    assert targets(report) == {
        "app.py:9": openai("gpt-4o"),
        "app.py:17": openai("gpt-4o-mini"),
    }


def test_an_abstract_method_reaches_every_implementation_that_may_be_given(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                from flask import Flask, request

                from providers import Claude, Gpt, Provider

                app = Flask(__name__)


                class Desk:
                    def __init__(self, provider: Provider):
                        self.provider = provider

                    def answer(self, prompt):
                        return self.provider.complete(prompt)


                def pick(name) -> Provider:
                    return Gpt() if name == "gpt" else Claude()


                @app.post("/answer")
                def answer():
                    return Desk(pick(request.args["with"])).answer("hello")
            """,
        }
    )
    assert workflows(report) == {"POST /answer": [GPT_CALL, CLAUDE_CALL]}


def test_two_routes_with_two_implementations_do_not_share_them(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                from flask import Flask

                from providers import Claude, Gpt, Provider

                app = Flask(__name__)


                class Desk:
                    def __init__(self, provider: Provider):
                        self.provider = provider

                    def answer(self, prompt):
                        return self.provider.complete(prompt)


                @app.post("/cheap")
                def cheap():
                    return Desk(Gpt("gpt-4o-mini")).answer("hello")


                @app.post("/good")
                def good():
                    return Desk(Claude()).answer("hello")
            """,
        }
    )
    assert workflows(report) == {"POST /cheap": [GPT_CALL], "POST /good": [CLAUDE_CALL]}
    assert targets(report)[GPT_CALL] == openai("gpt-4o-mini")


@pytest.mark.parametrize(
    "body",
    [
        'if name == "gpt":\n        return Gpt()\n    return Claude()',
        'if name == "gpt":\n        return Gpt()\n    elif name == "claude":\n'
        "        return Claude()\n    raise ValueError(name)",
        'return {"gpt": Gpt, "claude": Claude}[name]()',
        "return REGISTRY[name](**{})",
        "return REGISTRY.get(name, Gpt)()",
        "cls = REGISTRY.get(name)\n    if cls is None:\n        raise KeyError\n    return cls()",
        'match name:\n        case "gpt":\n            return Gpt()\n        case "claude":\n'
        "            return Claude()",
        "return getattr(providers, name.title())()",
    ],
    ids=["if", "elif", "dict", "registry", "get", "get-none", "match", "getattr"],
)
def test_a_factory_asked_for_one_name_gives_that_provider_alone(
    audit_tree: AuditTree, body: str
) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "factory.py": "import providers\nfrom providers import Claude, Gpt\n\n"
            'REGISTRY = {"gpt": Gpt, "claude": Claude}\n\n\n'
            f"def make(name):\n    {body}\n",
            "app.py": """
                from factory import make

                if __name__ == "__main__":
                    make("claude").complete("hello")
            """,
        }
    )
    assert workflows(report)["python app.py"] == [CLAUDE_CALL]


def test_a_factory_asked_by_a_setting_gives_the_shipped_provider_and_the_others(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                import os

                from providers import Claude, Gpt

                REGISTRY = {"gpt": Gpt, "claude": Claude}

                if __name__ == "__main__":
                    provider = REGISTRY[os.getenv("PROVIDER", "claude")]()
                    provider.complete("hello")
            """,
        }
    )
    assert workflows(report) == {"python app.py": [GPT_CALL, CLAUDE_CALL]}


def test_a_registry_filled_by_a_decorator_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "registry.py": """
                REGISTRY = {}


                def register(name):
                    def add(cls):
                        REGISTRY[name] = cls
                        return cls

                    return add
            """,
            "providers.py": """
                from openai import OpenAI

                from registry import register


                @register("gpt")
                class Gpt:
                    def complete(self, prompt):
                        return OpenAI().responses.create(model="gpt-4o", input=prompt)
            """,
            "app.py": """
                import providers
                from registry import REGISTRY


                def make(name, **options):
                    return REGISTRY[name](**options)


                if __name__ == "__main__":
                    make("gpt").complete("hello")
            """,
        }
    )
    assert workflows(report) == {"python app.py": ["providers.py:9"]}


def test_a_registry_of_functions_filled_by_a_decorator_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI

                TOOLS = {}


                def tool(function):
                    TOOLS[function.__name__] = function
                    return function


                @tool
                def summarise(text):
                    return OpenAI().responses.create(model="gpt-4o", input=text)


                def run(name, text):
                    return TOOLS[name](text)


                if __name__ == "__main__":
                    run("summarise", "hello")
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:13"]}


def test_a_registry_filled_through_init_subclass_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Provider:
                    registry = {}

                    def __init_subclass__(cls, name, **options):
                        super().__init_subclass__(**options)
                        Provider.registry[name] = cls


                class Gpt(Provider, name="gpt"):
                    def complete(self, prompt):
                        return OpenAI().responses.create(model="gpt-4o", input=prompt)


                if __name__ == "__main__":
                    Provider.registry["gpt"]().complete("hello")
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:14"]}


def test_a_factory_that_searches_the_subclasses_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Provider:
                    name = ""


                class Gpt(Provider):
                    name = "gpt"

                    def complete(self, prompt):
                        return OpenAI().responses.create(model="gpt-4o", input=prompt)


                def make(name):
                    for cls in Provider.__subclasses__():
                        if cls.name == name:
                            return cls()
                    raise KeyError(name)


                if __name__ == "__main__":
                    make("gpt").complete("hello")
            """
        }
    )
    assert workflows(report)["python app.py"] == ["app.py:12"]


def test_a_provider_class_given_its_arguments_as_a_dictionary_is_built(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                from providers import Claude, Gpt

                PROVIDERS = {"gpt": Gpt, "claude": Claude}
                CONFIG = {"provider": "claude", "options": {"model": "claude-haiku-4-5"}}

                if __name__ == "__main__":
                    provider = PROVIDERS[CONFIG["provider"]](**CONFIG["options"])
                    provider.complete("hello")
            """,
        }
    )
    assert workflows(report)["python app.py"] == [CLAUDE_CALL]
    assert targets(report)[CLAUDE_CALL] == anthropic("claude-haiku-4-5")


def test_a_registry_of_client_classes_of_libraries_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from langchain_anthropic import ChatAnthropic
                from langchain_openai import ChatOpenAI

                MODELS = {
                    "openai": (ChatOpenAI, "gpt-4o"),
                    "anthropic": (ChatAnthropic, "claude-sonnet-4-5"),
                }


                def build(vendor):
                    cls, model = MODELS[vendor]
                    return cls(model=model, temperature=0)


                if __name__ == "__main__":
                    build("anthropic").invoke("hello")
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_a_client_injected_into_a_constructor_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "service.py": """
                class Writer:
                    def __init__(self, client, model):
                        self.client = client
                        self.model = model

                    def write(self, prompt):
                        return self.client.chat.completions.create(model=self.model, messages=[])
            """,
            "app.py": """
                from openai import OpenAI

                from service import Writer

                groq = OpenAI(base_url="https://api.groq.com/openai/v1")
                writer = Writer(groq, "llama-3.1-8b-instant")

                if __name__ == "__main__":
                    writer.write("hello")
            """,
        }
    )
    assert targets(report) == {"service.py:7": asks("meta", "groq", "llama-3.1-8b-instant")}


def test_a_fastapi_dependency_provides_the_client(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "deps.py": """
                from functools import lru_cache

                from openai import AsyncOpenAI


                @lru_cache(maxsize=1)
                def get_client() -> AsyncOpenAI:
                    return AsyncOpenAI()
            """,
            "app.py": """
                from fastapi import Depends, FastAPI

                from deps import get_client

                app = FastAPI()


                @app.post("/ask")
                async def ask(prompt: str, client=Depends(get_client)):
                    return await client.responses.create(model="gpt-4o", input=prompt)
            """,
        }
    )
    assert workflows(report) == {"POST /ask": ["app.py:10"]}
    assert only(report) == openai("gpt-4o")


@pytest.mark.parametrize("annotation", ["", ": AsyncOpenAI"], ids=["bare", "annotated"])
def test_a_fastapi_dependency_that_yields_provides_what_it_yields(
    audit_tree: AuditTree, annotation: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from fastapi import Depends, FastAPI
                from openai import AsyncOpenAI

                app = FastAPI()


                async def get_client():
                    client = AsyncOpenAI(base_url="https://api.groq.com/openai/v1")
                    try:
                        yield client
                    finally:
                        await client.close()


                @app.post("/ask")
                async def ask(prompt: str, client{annotation} = Depends(get_client)):
                    return await client.chat.completions.create(
                        model="llama-3.1-8b-instant", messages=[prompt]
                    )
            """
        }
    )
    assert workflows(report) == {"POST /ask": ["app.py:17"]}
    assert only(report) == asks("meta", "groq", "llama-3.1-8b-instant")


def test_a_fastapi_dependency_may_have_dependencies_of_its_own(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from typing import Annotated

                from fastapi import Depends, FastAPI
                from openai import OpenAI

                app = FastAPI()


                class Writer:
                    def __init__(self, client):
                        self.client = client

                    def write(self, prompt):
                        return self.client.responses.create(model="gpt-4o", input=prompt)


                def get_client():
                    return OpenAI()


                def get_writer(client: Annotated[OpenAI, Depends(get_client)]) -> Writer:
                    return Writer(client)


                @app.post("/write")
                def write(prompt: str, writer: Annotated[Writer, Depends(get_writer)]):
                    return writer.write(prompt)
            """
        }
    )
    assert workflows(report) == {"POST /write": ["app.py:14"]}
    assert only(report) == openai("gpt-4o")


def test_a_fastapi_dependency_may_be_given_a_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "deps.py": """
                from typing import Annotated

                from fastapi import Depends
                from openai import OpenAI


                def get_client():
                    return OpenAI()


                Client = Annotated[OpenAI, Depends(get_client)]
            """,
            "app.py": """
                from fastapi import FastAPI

                from deps import Client

                app = FastAPI()


                @app.post("/ask")
                def ask(prompt: str, client: Client):
                    return client.responses.create(model="gpt-4o", input=prompt)
            """,
        }
    )
    assert workflows(report) == {"POST /ask": ["app.py:10"]}


def test_a_class_is_its_own_fastapi_dependency(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from fastapi import Depends, FastAPI
                from openai import OpenAI

                app = FastAPI()


                class Writer:
                    def __init__(self):
                        self.client = OpenAI()

                    def write(self, prompt):
                        return self.client.responses.create(model="gpt-4o", input=prompt)


                @app.post("/write")
                def write(prompt: str, writer: Writer = Depends()):
                    return writer.write(prompt)
            """
        }
    )
    assert workflows(report) == {"POST /write": ["app.py:12"]}


def test_a_client_kept_in_the_state_of_an_application_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from contextlib import asynccontextmanager

                from fastapi import FastAPI, Request
                from openai import AsyncOpenAI


                @asynccontextmanager
                async def lifespan(app: FastAPI):
                    app.state.llm = AsyncOpenAI()
                    yield


                app = FastAPI(lifespan=lifespan)


                @app.post("/ask")
                async def ask(request: Request, prompt: str):
                    llm = request.app.state.llm
                    return await llm.responses.create(model="gpt-4o", input=prompt)
            """
        }
    )
    assert workflows(report) == {"POST /ask": ["app.py:19"]}


@pytest.mark.parametrize(
    "block",
    [
        "with OpenAI() as client:\n        client.responses.create(model='gpt-4o', input=prompt)",
        "with Session() as client:\n        client.responses.create(model='gpt-4o', input=prompt)",
        "with session() as client:\n        client.responses.create(model='gpt-4o', input=prompt)",
        "with closing(OpenAI()) as client:\n"
        "        client.responses.create(model='gpt-4o', input=prompt)",
        "with ExitStack() as stack:\n        client = stack.enter_context(OpenAI())\n"
        "        client.responses.create(model='gpt-4o', input=prompt)",
    ],
    ids=["library", "own-class", "generator", "closing", "exit-stack"],
)
def test_a_client_bound_by_a_context_manager_is_followed(audit_tree: AuditTree, block: str) -> None:
    setup = """
from contextlib import ExitStack, closing, contextmanager

from openai import OpenAI


class Session:
    def __enter__(self):
        self.client = OpenAI()
        return self.client

    def __exit__(self, *error):
        self.client.close()


@contextmanager
def session():
    client = OpenAI()
    try:
        yield client
    finally:
        client.close()


"""
    report = audit_tree({"app.py": f"{setup}def ask(prompt):\n    {block}\n"})
    assert only(report) == openai("gpt-4o")


def test_a_client_bound_by_an_asynchronous_context_manager_is_followed(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from contextlib import asynccontextmanager

                from openai import AsyncOpenAI


                @asynccontextmanager
                async def session():
                    async with AsyncOpenAI() as client:
                        yield client


                class Chat:
                    async def __aenter__(self):
                        self.client = AsyncOpenAI()
                        return self

                    async def __aexit__(self, *error):
                        await self.client.close()

                    async def send(self, prompt):
                        return await self.client.responses.create(model="gpt-4o", input=prompt)


                async def one(prompt):
                    async with AsyncOpenAI() as client:
                        return await client.responses.create(model="gpt-4o", input=prompt)


                async def two(prompt):
                    async with session() as client:
                        return await client.responses.create(model="gpt-4o", input=prompt)


                async def three(prompt):
                    async with Chat() as chat:
                        return await chat.send(prompt)
            """
        }
    )
    found = workflows(report)
    assert found["one"] == ["app.py:26"]
    assert found["two"] == ["app.py:31"]
    assert found["three"] == ["app.py:21"]
    assert set(targets(report).values()) == {openai("gpt-4o")}


def test_a_singleton_kept_in_a_global_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": """
                from openai import OpenAI

                _client = None


                def get_client():
                    global _client
                    if _client is None:
                        _client = OpenAI()
                    return _client
            """,
            "app.py": """
                import llm


                def ask(prompt):
                    return llm.get_client().responses.create(model="gpt-4o", input=prompt)
            """,
        }
    )
    assert targets(report) == {"app.py:5": openai("gpt-4o")}


def test_a_singleton_kept_by_its_class_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Llm:
                    _instance = None

                    def __new__(cls):
                        if cls._instance is None:
                            cls._instance = super().__new__(cls)
                            cls._instance.client = OpenAI()
                        return cls._instance

                    def ask(self, prompt):
                        return self.client.responses.create(model="gpt-4o", input=prompt)


                def answer(prompt):
                    return Llm().ask(prompt)
            """
        }
    )
    assert targets(report) == {"app.py:14": openai("gpt-4o")}


def test_a_class_method_that_builds_the_object_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from __future__ import annotations

                from openai import OpenAI


                class Writer:
                    def __init__(self, client, model):
                        self.client, self.model = client, model

                    @classmethod
                    def cheap(cls) -> Writer:
                        return cls(OpenAI(), model="gpt-4o-mini")

                    @staticmethod
                    def good() -> "Writer":
                        return Writer(client=OpenAI(), model="gpt-4o")

                    def write(self, prompt):
                        return self.client.responses.create(model=self.model, input=prompt)


                if __name__ == "__main__":
                    Writer.cheap().write("hello")
            """
        }
    )
    assert workflows(report)["python app.py"] == ["app.py:19"]
    assert "gpt-4o-mini" in only(report).models


def test_clients_kept_in_a_list_are_asked_one_after_another(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                from providers import Claude, Gpt

                CHAIN = [Gpt("gpt-4o"), Claude()]


                def ask(prompt):
                    for provider in CHAIN:
                        try:
                            return provider.complete(prompt)
                        except Exception:
                            continue
                    raise RuntimeError("nobody answers")
            """,
        }
    )
    assert workflows(report) == {"ask": [GPT_CALL, CLAUDE_CALL]}


def test_clients_kept_in_a_dictionary_are_told_apart_by_their_key(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from anthropic import Anthropic
                from openai import OpenAI

                CLIENTS = {"openai": OpenAI(), "anthropic": Anthropic()}

                CLIENTS["openai"].responses.create(model="gpt-4o", input="hi")
                CLIENTS["anthropic"].messages.create(
                    model="claude-haiku-4-5", messages=[], max_tokens=9
                )
            """
        }
    )
    assert targets(report) == {
        "app.py:6": openai("gpt-4o"),
        "app.py:7": anthropic("claude-haiku-4-5"),
    }


def test_objects_built_in_a_comprehension_are_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from langchain_openai import ChatOpenAI

                MODELS = {name: ChatOpenAI(model=name) for name in ["gpt-4o", "gpt-4o-mini"]}


                def ask(prompt):
                    return [model.invoke(prompt) for model in MODELS.values()]
            """
        }
    )
    assert only(report) == openai("gpt-4o", "gpt-4o-mini", dynamic=True)


def test_a_subclass_of_a_library_s_client_is_such_a_client(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class GroqClient(OpenAI):
                    def __init__(self, key):
                        super().__init__(base_url="https://api.groq.com/openai/v1", api_key=key)

                    def ask(self, prompt):
                        return self.chat.completions.create(
                            model="llama-3.1-8b-instant", messages=[prompt]
                        )


                if __name__ == "__main__":
                    client = GroqClient("key")
                    client.ask("hello")
                    client.chat.completions.create(model="llama-3.1-8b-instant", messages=[])
            """
        }
    )
    assert targets(report) == {
        "app.py:9": asks("meta", "groq", "llama-3.1-8b-instant"),
        "app.py:17": asks("meta", "groq", "llama-3.1-8b-instant"),
    }


def test_a_wrapper_object_with_a_getattr_passes_calls_on_to_its_client(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Traced:
                    def __init__(self, inner):
                        self._inner = inner

                    def __getattr__(self, name):
                        return getattr(self._inner, name)


                client = Traced(OpenAI())
                client.responses.create(model="gpt-4o", input="hi")
            """
        }
    )
    assert only(report) == openai("gpt-4o")


def test_a_callable_object_is_called_like_a_function(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Ask:
                    def __init__(self, model):
                        self.model = model

                    def __call__(self, prompt):
                        return OpenAI().responses.create(model=self.model, input=prompt)


                ask = Ask("gpt-4o")

                if __name__ == "__main__":
                    ask("hello")
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:9"]}


def test_a_dataclass_field_that_is_a_client_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from dataclasses import dataclass, field

                from openai import OpenAI


                @dataclass
                class Context:
                    user: str
                    client: OpenAI = field(default_factory=OpenAI)
                    model: str = "gpt-4o"


                def ask(context: Context, prompt):
                    return context.client.responses.create(model=context.model, input=prompt)


                if __name__ == "__main__":
                    ask(Context("ada"), "hello")
            """
        }
    )
    assert targets(report) == {"app.py:14": openai("gpt-4o")}


def test_a_chain_of_methods_that_return_the_object_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Builder:
                    def __init__(self):
                        self.model = "gpt-4o-mini"

                    def with_model(self, model):
                        self.model = model
                        return self

                    def with_client(self):
                        self.client = OpenAI()
                        return self

                    def ask(self, prompt):
                        return self.client.responses.create(model=self.model, input=prompt)


                if __name__ == "__main__":
                    Builder().with_client().with_model("gpt-4o").ask("hello")
            """
        }
    )
    assert "gpt-4o" in only(report).models
    assert workflows(report) == {"python app.py": ["app.py:17"]}


def test_a_provider_chosen_by_an_enumeration_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                from enum import StrEnum

                from providers import Claude, Gpt


                class Kind(StrEnum):
                    GPT = "gpt"
                    CLAUDE = "claude"


                def make(kind: Kind):
                    if kind is Kind.GPT:
                        return Gpt()
                    if kind == Kind.CLAUDE:
                        return Claude()
                    raise ValueError(kind)


                if __name__ == "__main__":
                    make(Kind.CLAUDE).complete("hello")
            """,
        }
    )
    assert workflows(report)["python app.py"] == [CLAUDE_CALL]


def test_a_mixin_gives_its_methods_to_the_class_that_has_the_client(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Summarises:
                    def summarise(self, text):
                        return self.client.responses.create(model="gpt-4o", input=text)


                class Service(Summarises):
                    def __init__(self):
                        self.client = OpenAI()


                if __name__ == "__main__":
                    Service().summarise("hello")
            """
        }
    )
    assert targets(report) == {"app.py:6": openai("gpt-4o")}
    assert unreached(report) == []


def test_a_fake_client_given_by_tests_does_not_blur_the_real_one(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "writer.py": """
                from openai import OpenAI


                class Writer:
                    def __init__(self, client=None, model="gpt-4o"):
                        self.client = client or OpenAI()
                        self.model = model

                    def write(self, prompt):
                        return self.client.responses.create(model=self.model, input=prompt)
            """,
            "tests/test_writer.py": """
                from openai import OpenAI

                from writer import Writer


                def test_write():
                    client = OpenAI(base_url="http://localhost:9999/v1")
                    assert Writer(client, "fake-model").write("hello")
            """,
        }
    )
    assert targets(report) == {"writer.py:10": openai("gpt-4o")}


def test_an_object_of_unknown_make_asks_nobody_we_could_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from langchain_core.language_models import BaseChatModel


                def ask(llm: BaseChatModel, prompt):
                    return llm.invoke(prompt)
            """
        }
    )
    assert only(report) == Target((), (), (), True)
