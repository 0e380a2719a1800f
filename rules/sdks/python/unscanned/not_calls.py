import claude_desktop
from claude_tools.settings import read_settings

from .claude import ClaudeSettings, get_client, parse_reply
from .config import config
from .payments import charge
from .providers import openai_provider


def none_of_these(text):
    # made, described or read, not asked
    settings = ClaudeSettings("path")
    client = get_client(settings)
    parse_reply(text)
    client.close()
    openai_provider.validate_key(text)
    # nothing in these names speaks of a model
    charge(text)
    config.llm.prompt(text)
    # a library that no rule knows
    claude_desktop.open_window(text)
    read_settings(text)
    return client
