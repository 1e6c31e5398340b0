"""Measures builds of forums against those of Material for MkDocs alone.

usage: python -m benchmarks.build [--runs RUNS] [TALKS | FOLDER ...]

Each forum, made up by `corpus.py` or that of a folder, is built in a process of its own; right
after it, so is the site of `stock.py`, with as many pages and the same texts. Both take turns, and
of the processor's time of their runs, the start included, the least counts: what else the machine
does can only add to it. The ratio of both hardly depends on the machine.
"""

import argparse
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import write_corpus
from benchmarks.stock import write_stock

SEED = 1

LAUNCHER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""
"""Runs a command: a process counts the memory of the one that starts it, so that is a small one."""


@dataclass(frozen=True)
class Run:
    """What a process took."""

    seconds: float
    """Time of the processor."""
    memory: float
    """Most MB that it held at once."""


@dataclass(frozen=True)
class Build:
    """What one build took, and what it made."""

    run: Run
    pages: int
    size: float
    """MB of HTML."""


def measure(*command: str) -> Run:
    """Run a command of Python; what it tells is lost.

    Raises:
        CalledProcessError: The command failed.
    """
    launched = [sys.executable, "-I", "-S", "-c", LAUNCHER, sys.executable, *command]
    told = subprocess.run(launched, check=True, stdout=subprocess.PIPE, text=True).stdout.split()
    return Run(float(told[0]), float(told[1]) / (1e6 if sys.platform == "darwin" else 1e3))


def build(folder: Path) -> Build:
    """Build the site of a folder and measure it."""
    with TemporaryDirectory() as site:
        command = ["-m", "mkdocs", "build", "-q", "-f", f"{folder}/mkdocs.yml", "-d", f"{site}/a"]
        run = measure(*command)
        sizes = [path.stat().st_size for path in Path(site).rglob("*.html")]
    return Build(run, len(sizes), sum(sizes) / 1e6)


@contextmanager
def forum(name: str) -> Iterator[Path]:
    """Give the folder of a forum: one with so many talks, or that of a name."""
    if not name.isdecimal():
        yield Path(name)
        return
    with TemporaryDirectory() as folder:
        write_corpus(Path(folder), int(name), SEED)
        yield Path(folder)


def describe() -> str:
    """Tell what was measured."""
    packages = [f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material")]
    return f"commit {_commit()}, Python {platform.python_version()}, {', '.join(packages)}"


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout.strip() or "unknown"


def _figures(build: Build) -> tuple[float, float, float]:
    return build.run.seconds, build.run.memory, build.size


def _row(cells: Sequence[str]) -> str:
    return f"{cells[0]:<14}" + "".join(f"{cell:>10}" for cell in cells[1:])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("forums", nargs="*", metavar="TALKS | FOLDER", default=["100", "1000"])
    parser.add_argument("--runs", type=int, default=3, help="runs of each (default: 3)")
    arguments = parser.parse_args()
    print(f"{describe()}\n")
    print(_row(["forum", "pages", "ms/page", "CPU s", "ratio", "MB", "ratio", "MB HTML", "ratio"]))
    for name in arguments.forums:
        with forum(name) as ours, TemporaryDirectory() as folder:
            write_stock(ours, Path(folder))
            turns = [(build(ours), build(Path(folder))) for _ in range(arguments.runs)]
        both = zip(*turns, strict=True)
        made, stock = (min(runs, key=lambda each: each.run.seconds) for runs in both)
        for label, this in ((name, made), ("Material alone", stock)):
            cells = [label, f"{this.pages}", f"{1000 * this.run.seconds / this.pages:.1f}"]
            for own, other in zip(_figures(this), _figures(stock), strict=True):
                cells += [f"{own:.1f}", f"{own / other:.2f}"]
            print(_row(cells), flush=True)


if __name__ == "__main__":
    main()
