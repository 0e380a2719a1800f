import cmd

import fire
import hydra
from absl import app
from invoke import task


def ask(question="why"):
    return think(question)


def main(argv):
    think(argv[-1])


def think(text):
    return text


class Shell(cmd.Cmd):
    # entry: kind=cli title=shell Shell.do_ask
    def do_ask(self, line):
        print(self.answer(line))

    def answer(self, line):
        return think(line)


# entry: kind=cli title=command train
@hydra.main(config_path="conf", config_name="config", version_base=None)
def train(config):
    think(str(config))


# entry: kind=cli title=task publish
@task(help={"day": "which day"})
def publish(ctx, day="today"):
    think(day)


def start(which):
    if which == "fire":
        # entry: kind=cli title=command ask
        fire.Fire(ask)
    else:
        # entry: kind=cli title=command main
        app.run(main)
