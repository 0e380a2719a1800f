"""Can a file make a reader fail, or take too long? Feeds each one damaged copies of real files.

    python benchmarks/fuzz.py [--seconds 600] [--bound 10] [--seed 1] [--guided] [READER...]

READER is a front end (``python``, ``tsx``) or the syntax of a configuration file (``yaml``); by
default all of them, each in a process of its own. Files of the rules' examples and of the tests
are cut, repeated, joined, nested and changed in bytes. With ``--guided`` and atheris installed,
inputs are bred by which lines of the reader they reach. A finding is an exception, a reader that
says it failed, or one that takes longer than ``--bound`` seconds; it is written to a file and
named, and the exit code is 1. Seconds are of processor time: a busy machine tries no less.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
LARGEST = 60_000
#: What nests, ends early, or is read in a way of its own by one of the readers.
SPICE = (
    b"(", b"[", b"{", b"}", b"]", b")", b'"', b"'", b"`", b'"""', b"${", b"{{", b"<", b"/*", b"*/",
    b"//", b"#", b"\\", b"\n", b"\r", b"\t", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b": ",
    b"- ", b"&a ", b"*a", b"<<: ", b"!!python/object ", b"%", b"=>", b"async ", b"await ",
    b"lambda: ",
    b"match x:\n case ", b"f'{", b"if ", b"else ", b"try:", b"func ", b"class ", b"0x", b"1e999",
    b"9" * 5000, b"\xe2\x80\xae", "é".encode(), b"---\n", b"<<EOF\n", b"# coding: utf-7\n",
)  # fmt: skip


def readers() -> dict[str, Callable[[bytes], str]]:
    """By name what reads a text; it gives what it complains of itself, empty for nothing."""
    from auditor.configs.syntaxes import READERS, read_config
    from auditor.languages import FRONT_ENDS, read_source

    def code(name: str) -> Callable[[bytes], str]:
        def read(text: bytes) -> str:
            problems = read_source(name, "fuzz", text).problems
            return next((p.message for p in problems if p.code == "front-end-error"), "")

        return read

    def config(name: str) -> Callable[[bytes], str]:
        def read(text: bytes) -> str:
            problems = read_config(name, "fuzz", text).problems
            return next((p.message for p in problems if "reader failed" in p.message), "")

        return read

    return {**{name: code(name) for name in FRONT_ENDS}, **{n: config(n) for n in READERS}}


def seeds(name: str) -> list[bytes]:
    """Real files of that kind, the smaller ones."""
    from auditor.discover.classify import language_of
    from auditor.discover.syntaxes import syntax_of

    found = [b"", b"x = 1\n"]
    for top in ("rules", "sample_repos", "tests"):
        for path in sorted((ROOT / top).rglob("*")):
            if name in (language_of(path.name), syntax_of(path.name)) and path.is_file():
                content = path.read_bytes()
                if len(content) <= LARGEST:
                    found.append(content)
    return found


def damaged(corpus: list[bytes], chance: random.Random) -> Iterator[bytes]:
    """Texts without end, each a few changes away from a real one."""
    while True:
        text = bytearray(chance.choice(corpus))
        for _ in range(chance.randint(1, 8)):
            start = chance.randint(0, len(text))
            end = min(len(text), start + chance.choice((1, 3, 30, 300)))
            match chance.randint(0, 6):
                case 0:
                    del text[start:end]
                case 1:
                    text[start:start] = chance.choice(SPICE) * chance.choice((1, 1, 2, 200, 3000))
                case 2:
                    text[start:start] = text[start:end] * chance.choice((1, 5, 100))
                case 3:
                    text[start:end] = chance.randbytes(end - start)
                case 4:
                    text = text[:start]
                case 5:
                    other = chance.choice(corpus)
                    text[start:start] = other[chance.randint(0, len(other)) :]
                case _:
                    depth = chance.choice((3, 60, 400))
                    text = bytearray(bytes(text[start:end]) * depth + bytes(text))
        yield bytes(text[: LARGEST * 2])


class _TooLong(BaseException):
    pass


def _ring(*_: object) -> None:
    raise _TooLong


def tried(read: Callable[[bytes], str], text: bytes, bound: int) -> str:
    """What is wrong with how the text was read; empty for nothing."""
    signal.signal(signal.SIGPROF, _ring)
    signal.setitimer(signal.ITIMER_PROF, bound)
    try:
        return read(text)
    except _TooLong:
        return f"longer than {bound} s"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def fuzz(name: str, seconds: float, bound: int, seed: int) -> int:
    """Feed one reader for so long; the number of findings."""
    read, corpus = readers()[name], seeds(name)
    found: dict[str, str] = {}
    start, count, slowest = time.process_time(), 0, 0.0
    for text in damaged(corpus, random.Random(seed)):
        before = time.process_time()
        if before - start > seconds:
            break
        what = tried(read, text, bound)
        slowest = max(slowest, time.process_time() - before)
        count += 1
        if what and what not in found:
            found[what] = _kept(name, text)
    print(f"{name}: {count:,} inputs from {len(corpus)} files, slowest {slowest:.2f} s, ", end="")
    print(f"{len(found)} findings", flush=True)
    for what, place in found.items():
        print(f"  {what[:200]}: {place}", flush=True)
    return len(found)


def fuzz_guided(name: str, seconds: float, bound: int, seed: int) -> int:
    """The same with inputs that atheris breeds. It ends the process, at the first finding too."""
    import atheris

    with atheris.instrument_imports(include=["auditor"]):
        read = readers()[name]
        read(b"")
    folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    for number, text in enumerate(seeds(name)):
        (folder / str(number)).write_bytes(text)
    counted = 0

    def once(text: bytes) -> None:
        nonlocal counted
        counted += 1
        if what := read(text):
            print(f"{name}: {what}: {_kept(name, text)}", flush=True)
            raise RuntimeError(what)

    limits = [f"-max_total_time={int(seconds)}", f"-timeout={bound}", f"-max_len={LARGEST}"]
    atheris.Setup([sys.argv[0], *limits, f"-seed={seed}", "-verbosity=0", str(folder)], once)
    try:
        atheris.Fuzz()
    finally:
        print(f"{name}: {counted:,} inputs, guided", flush=True)
    return 0


def _kept(name: str, text: bytes) -> str:
    handle, place = tempfile.mkstemp(prefix=f"fuzz-{name}-")
    with os.fdopen(handle, "wb") as file:
        file.write(text)
    return place


def main() -> int:
    """Fuzz the one reader that is named, or start a process for each of several."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--bound", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true")
    parser.add_argument("reader", nargs="*")
    asked = parser.parse_args()
    if len(asked.reader) == 1:
        work = fuzz_guided if asked.guided else fuzz
        return min(1, work(asked.reader[0], asked.seconds, asked.bound, asked.seed))
    limits = ["--seconds", str(asked.seconds), "--bound", str(asked.bound)]
    limits += ["--seed", str(asked.seed), *(["--guided"] if asked.guided else [])]
    codes = [
        subprocess.run([sys.executable, __file__, *limits, name], check=False).returncode
        for name in asked.reader or readers()
    ]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    sys.exit(main())
