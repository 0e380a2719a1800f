"""agent.send("Fix it") as words."""

import sqlite3

from cursor_sdk import Agent, Client

Agent.list()
Agent.get_run("run")
Agent.archive_agent("agent")
agent = Agent.resume("agent")
agent.list_messages()
agent.get_usage()
Client.connect("http://localhost:9000", "token").list_models()

cursor = sqlite3.connect(":memory:").cursor()
cursor.execute("select 'prompt'")


class Socket:
    def send(self, data):
        return data


Socket().send(b"")
