import argparse


def ask(args):
    print(think(args.question))


def index(args):
    think(args.folder)


def think(text):
    return text


def run():
    parser = argparse.ArgumentParser(prog="notes")
    parser.set_defaults(verbose=False)
    commands = parser.add_subparsers(dest="command", required=True)
    asking = commands.add_parser("ask")
    asking.add_argument("question", type=str)
    # entry: kind=cli title=command ask
    asking.set_defaults(func=ask)
    indexing = commands.add_parser("index")
    indexing.add_argument("folder")
    # entry: kind=cli title=command index
    indexing.set_defaults(func=index)
    args = parser.parse_args()
    args.func(args)
