import typer

app = typer.Typer(no_args_is_help=True)
notes = typer.Typer()
app.add_typer(notes, name="notes")


# entry: kind=cli title=command main
@app.callback()
def main(verbose: bool = False) -> None:
    """Ask your notes."""


# entry: kind=cli title=command ask
@app.command()
def ask(question: str) -> None:
    typer.echo(think(question))


# entry: kind=cli title=command add-note
@notes.command("add-note")
def add(text: str) -> None:
    think(text)


def single(text: str) -> None:
    think(text)


def start() -> None:
    # entry: kind=cli title=command single
    typer.run(single)


def think(text: str) -> str:
    return typer.style(text, bold=True)


def complete(incomplete: str) -> list[str]:
    return [incomplete]


NAME = typer.Option("x", autocompletion=complete)
