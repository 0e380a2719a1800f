from burr.core import ApplicationBuilder, State, action


# entry: kind=graph title=action answer
@action(reads=["question"], writes=["answer"])
def answer(state: State) -> State:
    return state.update(answer=think(state["question"]))


def think(text: str) -> str:
    return text


app = (
    ApplicationBuilder()
    .with_actions(answer)
    .with_transitions(("answer", "answer"))
    .with_entrypoint("answer")
    .build()
)
