"""What setup and startup put away is found by the handlers that fetch it."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, reaching

SETUP = """
    from homeassistant.core import HomeAssistant

    from .agent import Agent

    DOMAIN = "butler"


    async def async_setup_entry(hass: HomeAssistant, entry) -> bool:
        config = dict(entry.data)
        if "provider" not in config:
            raise ValueError("no provider")
        {store}

        async def handle(call):
            await {read}.answer(call.data["text"])

        hass.services.async_register(DOMAIN, "ask", handle)
        return True
"""
AGENT = """
    import openai


    class Agent:
        def __init__(self, config):
            self.client = openai.AsyncOpenAI(api_key=config["key"])

        async def answer(self, text):
            return await self.client.chat.completions.create(model="gpt-4o", messages=[text])
"""


def butler(store: str, read: str) -> dict[str, str]:
    """An integration that keeps an agent in the one place, and fetches it from the other."""
    return {
        "butler/__init__.py": SETUP.replace("{store}", store).replace("{read}", read),
        "butler/agent.py": AGENT,
    }


@pytest.mark.parametrize(
    ("store", "read"),
    [
        (
            'hass.data[DOMAIN]["agents"][config["provider"]] = Agent(config)',
            'hass.data[DOMAIN]["agents"][call.data["provider"]]',
        ),
        (
            "hass.data.setdefault(DOMAIN, {})[entry.entry_id] = Agent(config)",
            "hass.data[DOMAIN][entry.entry_id]",
        ),
        (
            'hass.data[DOMAIN]["agents"]["first"] = Agent(config)',
            'hass.data[DOMAIN]["agents"]["first"]',
        ),
        (
            'hass.data[DOMAIN][entry.entry_id] = {"agent": Agent(config), "started": True}',
            'hass.data[DOMAIN].get(call.data["entry"], {})["agent"]',
        ),
        (
            'hass.data.setdefault(DOMAIN, {})[entry.entry_id] = {"agent": Agent(config)}',
            'hass.data[DOMAIN][entry.entry_id].get("agent")',
        ),
    ],
)
def test_a_store_within_a_store_gives_back_what_was_put_there(
    audit_tree: AuditTree, store: str, read: str
) -> None:
    report = audit_tree(butler(store, read))
    assert reaching(report, "butler/agent.py:9") == {"service ask"}


@pytest.mark.parametrize(
    "read",
    [
        "next(iter(hass.data[DOMAIN].values()))",
        "[agent for agent in hass.data[DOMAIN].values() if agent.name == 'first'][0]",
        "{key: agent for key, agent in hass.data[DOMAIN].items()}[call.data['entry']]",
    ],
)
def test_whoever_goes_through_a_store_finds_what_was_put_there(
    audit_tree: AuditTree, read: str
) -> None:
    report = audit_tree(butler("hass.data[DOMAIN][entry.entry_id] = Agent(config)", read))
    assert reaching(report, "butler/agent.py:9") == {"service ask"}


@pytest.mark.parametrize("store", ['hass.data["other"]', "hass.data", "hass.states"])
def test_whoever_goes_through_another_store_finds_nothing(
    audit_tree: AuditTree, store: str
) -> None:
    read = f"next(iter({store}.values()))"
    report = audit_tree(butler("hass.data[DOMAIN][entry.entry_id] = Agent(config)", read))
    assert "service ask" not in reaching(report, "butler/agent.py:9")


def test_nobody_knows_whether_there_is_anything_in_a_store(audit_tree: AuditTree) -> None:
    files = butler("hass.data[DOMAIN][entry.entry_id] = Agent(config)", "hass.data[DOMAIN]")
    files["butler/ask.py"] = """
        import anthropic

        DOMAIN = "butler"
        client = anthropic.AsyncAnthropic()


        async def ask(hass, text):
            try:
                return await client.messages.create(model="claude-opus-4-5", messages=[text])
            except anthropic.APIError:
                for agent in hass.data[DOMAIN].values():
                    return await agent.answer(text)
    """
    report = audit_tree(files)
    assert {c.path: c.verdict for c in report.calls}["butler/ask.py"] == "unknown"


def test_what_is_added_to_a_dictionary_in_a_store_is_found_there(audit_tree: AuditTree) -> None:
    store = (
        'hass.data[DOMAIN][entry.entry_id] = {"first": Agent(config)}\n'
        '        hass.data[DOMAIN][entry.entry_id]["second"] = Agent(config)'
    )
    report = audit_tree(butler(store, 'hass.data[DOMAIN][entry.entry_id]["second"]'))
    assert reaching(report, "butler/agent.py:9") == {"service ask"}


def test_the_texts_of_a_dictionary_in_a_store_ask_nobody(audit_tree: AuditTree) -> None:
    store = 'hass.data[DOMAIN][entry.entry_id] = {"agent": Agent(config), "name": "first"}'
    report = audit_tree(butler(store, 'hass.data[DOMAIN][entry.entry_id]["name"]'))
    assert "service ask" not in reaching(report, "butler/agent.py:9")


def test_what_lies_under_another_key_is_not_found(audit_tree: AuditTree) -> None:
    store = 'hass.data[DOMAIN]["agents"]["first"] = Agent(config)'
    read = 'hass.data[DOMAIN]["tools"]["first"]'
    report = audit_tree(butler(store, read))
    assert "service ask" not in reaching(report, "butler/agent.py:9")


@pytest.mark.parametrize("declared", ["", "store = None"])
def test_a_global_that_startup_fills_is_there_for_handlers_above_it(
    audit_tree: AuditTree, declared: str
) -> None:
    report = audit_tree(
        {
            "main.py": f"""
                import openai
                from fastapi import FastAPI

                app = FastAPI()
                {declared}


                class Store:
                    def query(self, text):
                        return openai.OpenAI().embeddings.create(model="m-1", input=text)


                @app.post("/query")
                async def query(text: str):
                    return store.query(text)


                @app.on_event("startup")
                async def startup():
                    global store
                    store = Store()
            """
        }
    )
    assert reaching(report, "main.py:10") == {"POST /query"}


def test_what_setup_leaves_on_an_entry_is_found_wherever_the_entry_is_handed(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "butler/__init__.py": """
                from openai import AsyncOpenAI


                async def async_setup_entry(hass, entry):
                    entry.runtime_data = AsyncOpenAI(base_url="https://api.x.ai/v1")
                    return True
            """,
            "butler/conversation.py": """
                import openai
                from homeassistant.components.conversation import ConversationEntity


                class Butler(ConversationEntity):
                    def __init__(self, entry):
                        self.entry = entry

                    async def async_process(self, user_input):
                        client = self.entry.runtime_data
                        return await client.chat.completions.create(model="grok-4", messages=[])
            """,
        }
    )
    assert [c.platforms for c in report.calls] == [("xai-api",)]


@pytest.mark.parametrize("setup", ["ButlerEntry", "ConfigEntry"])
@pytest.mark.parametrize("fetched", ["ButlerEntry", "ConfigEntry"])
def test_what_setup_leaves_on_an_entry_is_found_by_entities_that_are_given_it(
    audit_tree: AuditTree, setup: str, fetched: str
) -> None:
    entity = f"""
        from homeassistant.components.conversation import ConversationEntity
        from homeassistant.config_entries import ConfigEntry

        from . import ButlerEntry


        class Butler(ConversationEntity):
            def __init__(self, entry: {fetched}) -> None:
                self.agent = entry.runtime_data.agent

            async def async_process(self, user_input):
                return await self.agent.answer(user_input.text)


        async def async_setup_entry(hass, entry: {setup}, async_add_entities):
            async_add_entities([Butler(entry)])
    """
    start = f"""
        from dataclasses import dataclass

        from homeassistant.config_entries import ConfigEntry

        from .agent import Agent


        @dataclass
        class Data:
            agent: Agent


        class ButlerEntry(ConfigEntry):
            runtime_data: Data


        async def async_setup_entry(hass, entry: {setup}) -> bool:
            entry.runtime_data = Data(agent=Agent(dict(entry.data)))
            return True
    """
    files = {"butler/__init__.py": start, "butler/agent.py": AGENT, "butler/entity.py": entity}
    assert "conversation Butler" in reaching(audit_tree(files), "butler/agent.py:9")
