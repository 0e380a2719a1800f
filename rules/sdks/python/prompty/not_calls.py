import prompty
from promptflow.core import Prompty

prompt = prompty.load("chat.prompty")
prompty.prepare(prompt, {"question": "hi"})
flow = Prompty.load("chat.prompty")
