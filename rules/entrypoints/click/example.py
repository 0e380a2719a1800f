import click


# entry: kind=cli title=command cli
@click.group()
@click.option("--verbose", is_flag=True)
@click.pass_context
def cli(ctx, verbose):
    ctx.obj = verbose


# entry: kind=cli title=command ask
@cli.command()
@click.argument("question")
def ask(question):
    click.echo(think(question))


# entry: kind=cli title=command re-index
@cli.command("re-index")
def reindex():
    think("everything")


# entry: kind=cli title=command notes
@cli.group()
def notes():
    pass


# entry: kind=cli title=command clean
@notes.command(name="clean")
def clean_notes():
    think("notes")


# entry: kind=cli title=command version
@click.command()
def version():
    click.echo("1.0")


cli.add_command(version)


@click.pass_obj
def think(text):
    return text
