from magentic import UserMessage, prompt


@prompt("Say {word}")
def say(word: str) -> str: ...


def apply(function) -> str:
    return function.__name__


message = UserMessage("hi")
print(say.__name__, message.format())
