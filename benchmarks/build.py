"""Measures builds of forums against those of other generators.

usage: python -m benchmarks.build [--runs RUNS] [TALKS | FOLDER ...]

Each forum, made up by `corpus.py` or that of a folder, is built in a process of its own with
nothing kept of earlier builds. So is the site of `stock.py`, with as many pages and the same texts,
by Material for MkDocs alone and by the generators of `anchors.py`, where they are installed. Then a
made-up forum is built again: nothing has changed, then one answer; that is edited under
`mkdocs serve`, too, and the forum is checked again. All take turns, and of the
processor's time of their runs, the start included, the least counts: what else the machine does can
only add to it. The ratio to Material alone hardly depends on the machine.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.anchors import anchors
from benchmarks.corpus import write_corpus
from benchmarks.stock import write_stock

CHECK = "from mkdocs_forum.cli.main import main; main()"
SEED = 1
STOCK = "Material alone"

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
    pages: int = 0
    size: float = 0.0
    """MB of HTML."""


def measure(*command: str, program: str = sys.executable) -> Run:
    """Run a program, by default Python; what it tells is lost.

    Raises:
        CalledProcessError: It failed.
    """
    launched = [sys.executable, "-I", "-S", "-c", LAUNCHER, program, *command]
    told = subprocess.run(launched, check=True, stdout=subprocess.PIPE, text=True).stdout.split()
    return Run(float(told[0]), float(told[1]) / (1e6 if sys.platform == "darwin" else 1e3))


def build(folder: Path, site: Path) -> Build:
    """Build the site of a folder and measure it."""
    command = ["-m", "mkdocs", "build", "-q", "-f", f"{folder}/mkdocs.yml", "-d", f"{site}"]
    return _made(measure(*command), site)


def _made(run: Run, site: Path) -> Build:
    sizes = [path.stat().st_size for path in site.rglob("*.html")]
    return Build(run, len(sizes), sum(sizes) / 1e6)


def cold(folder: Path, site: Path) -> Build:
    """Build the site of a forum as if for the first time."""
    (folder / ".cache/plugin/forum/store.sqlite").unlink(missing_ok=True)
    return build(folder, site)


def edited(folder: Path, site: Path) -> Build:
    """Build the site of a made-up forum after a change to its first answer."""
    answer = min(folder.glob("docs/reponses/*/*/*.md"))
    answer.write_text(f"{answer.read_text(encoding='utf-8')}\nUn mot de plus.\n", encoding="utf-8")
    return build(folder, site)


def served(folder: Path) -> Build:
    """Edit the first answer of a made-up forum while it is served."""
    command = [sys.executable, "-m", "benchmarks.serve", f"{folder}"]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return Build(Run(float(told), 0.0))


def checked(folder: Path) -> Build:
    """Check a forum that was built before."""
    return Build(measure("-c", CHECK, "check", "-f", f"{folder}/mkdocs.yml"))


def others(stock: Path) -> Iterator[tuple[str, Build]]:
    """Build a site with the other generators."""
    with TemporaryDirectory() as folder:
        for name, (program, *arguments) in anchors(stock, Path(folder)).items():
            run = measure(*arguments, program=program)
            yield name, _made(run, Path(folder) / name / "site")


def turn(name: str, forum: Path, stock: Path) -> Iterator[tuple[str, Build]]:
    """Build a forum in every way, and what it is measured against."""
    with TemporaryDirectory() as folder:
        site = Path(folder)
        yield name, cold(forum, site / "forum")
        if name.isdecimal():
            yield "nothing changed", build(forum, site / "forum")
            yield "one answer", edited(forum, site / "forum")
            yield "while served", served(forum)
            yield "check", checked(forum)
        yield STOCK, build(stock, site / "stock")
    yield from others(stock)


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
    versions = [f"commit {_commit()}", f"Python {platform.python_version()}", *packages]
    return f"{', '.join(versions)}; {platform.system()}, {os.cpu_count()} processors"


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout.strip() or "unknown"


def _figures(build: Build) -> tuple[float, float, float]:
    return build.run.seconds, build.run.memory, build.size


def _cells(this: Build, stock: Build) -> Iterator[str]:
    yield f"{this.pages or ''}"
    yield f"{1000 * this.run.seconds / this.pages:.1f}" if this.pages else ""
    for own, other in zip(_figures(this), _figures(stock), strict=True):
        yield from (f"{own:.1f}", f"{own / other:.3f}") if own else ("", "")


def _row(cells: Sequence[str]) -> str:
    return f"{cells[0]:<16}" + "".join(f"{cell:>10}" for cell in cells[1:])


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
            turns = [dict(turn(name, ours, Path(folder))) for _ in range(arguments.runs)]
        least = {
            label: min((each[label] for each in turns), key=lambda build: build.run.seconds)
            for label in turns[0]
        }
        for label, this in least.items():
            print(_row([label, *_cells(this, least[STOCK])]), flush=True)


if __name__ == "__main__":
    main()
