import os

from anthropic import Anthropic
from openai import OpenAI

openai_client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
claude_client = Anthropic(api_key=os.environ["ANTHROPIC_API_KEY"])


def ask_openai(text):
    reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    return reply.choices[0].message.content


def ask_claude(text):
    reply = claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])
    return reply.content[0].text
