"""The command ``docbatch``."""

import argparse
from pathlib import Path

from batch import documents
from batch.digest import digest
from batch.labels import label_of
from batch.translate import translated


def main(argv: list[str] | None = None) -> None:
    arguments = _parser().parse_args(argv)
    found = list(documents.read(arguments.file))
    match arguments.command:
        case "label":
            labelled = [document.labelled(label_of(document)) for document in found]
            documents.write(arguments.file, labelled)
        case "translate":
            done = [translated(document, arguments.language) for document in found]
            documents.write(arguments.file.with_suffix(f".{arguments.language}.jsonl"), done)
        case "digest":
            print(digest(found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="docbatch", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("label", "translate", "digest"):
        command = commands.add_parser(name)
        command.add_argument("file", type=Path, nargs="?", default=documents.DEFAULT_FILE)
        if name == "translate":
            command.add_argument("--language", default="de")
    return parser
