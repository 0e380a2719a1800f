"""Codex().start_thread().run("Fix it") as words."""

import asyncio
import threading

from openai_codex_sdk import Codex

codex = Codex()
thread = codex.start_thread()
codex.login_with_device_code()

threading.Thread(target=print).run()
asyncio.run(asyncio.sleep(0))


class Codex:
    """A bound book."""

    def run(self, page):
        return page


Codex().run("page one")
