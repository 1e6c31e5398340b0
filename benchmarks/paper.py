"""Measures what PDF documents take.

usage: python -m benchmarks.paper [TALKS]

A made-up forum whose one edition has so many talks (20) is built; then the document of one talk,
those of all, and the proceedings are made by each engine, each time in a process of its own: the
processor's time and the highest memory of that process and of what it starts count, their start
included. The proceedings are made once more without any style: what that takes is the engine's own.

Memory is what no other process shares, with each process' part of what they do share (PSS): only
Linux tells it, so it is 0 elsewhere.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.metadata import version
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import write_corpus
from mkdocs_forum.core.model.settings import PDF_ENGINES
from mkdocs_forum.core.printing.pdf.engines import open_engine
from mkdocs_forum.core.printing.pdf.writer import PdfSource, PdfWriter

SEED = 1
PAUSE = 0.05
"""Seconds between two looks at the processes."""
STYLES = re.compile(r"<link[^>]*stylesheet[^>]*>|<style.*?</style>", re.DOTALL)


def bind(site: Path, engine: str, urls: Sequence[str], *, bare: bool) -> None:
    """Make the documents of pages of a built site; print their size in kB."""
    size = 0
    with TemporaryDirectory() as shelf, open_engine(engine) as opened:
        writer = PdfWriter(opened, lambda path: (site / path).read_bytes(), Path(shelf))
        for url in urls:
            html = (site / url / "index.html").read_text(encoding="utf-8")
            html = STYLES.sub("", html) if bare else html
            size += len(writer.write(PdfSource("a.md", url, html, "a.pdf")).content)
    print(f"{size / 1000:8.0f}")


def processes(root: int) -> dict[int, tuple[float, float]]:
    """Give the seconds and the memory in MB of a process and of all below it."""
    parents = {}
    seconds = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        number = int(stat.parent.name)
        parents[number] = int(fields[1])
        seconds[number] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    found = {root: None}
    while below := [pid for pid, parent in parents.items() if parent in found and pid not in found]:
        found |= dict.fromkeys(below)
    return {pid: (seconds[pid], memory(pid)) for pid in found if pid in seconds}


def memory(pid: int) -> float:
    """Give the memory of a process in MB; 0 if it has ended."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    kilobytes = re.search(r"^Pss: +(\d+)", told, re.MULTILINE)
    return int(kilobytes[1]) * 1.024 / 1000 if kilobytes else 0.0


def measure(command: Sequence[str]) -> str:
    """Run a command; give its seconds and its most memory, then what it prints."""
    seconds: dict[int, float] = {}
    most = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        while process.poll() is None:
            seen = processes(process.pid)
            seconds |= {pid: spent for pid, (spent, _) in seen.items()}
            most = max(most, sum(taken for _, taken in seen.values()))
            time.sleep(PAUSE)
        told = process.stdout.read().strip() if process.stdout else ""
    return f"{sum(seconds.values()):8.1f} {most:10.0f} {told:>8}"


def main() -> None:
    """Print the table, or measure some documents for it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("talks", type=int, nargs="?", default=20)
    parser.add_argument("--bind", nargs="+", metavar=("SITE", "ENGINE"), help=argparse.SUPPRESS)
    parser.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.bind:
        site, engine, *urls = arguments.bind
        bind(Path(site), engine, urls, bare=arguments.bare)
        return
    print(f"Python {platform.python_version()}, weasyprint {version('weasyprint')}\n")
    print(f"{'documents':<36} {'CPU s':>8} {'memory MB':>10} {'size kB':>8}")
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_corpus(root, arguments.talks, SEED)
        build = ["mkdocs", "build", "-q", "-f", f"{root}/mkdocs.yml", "-d", f"{root}/site"]
        subprocess.run([sys.executable, "-m", *build], check=True)
        pages = sorted((root / "site/interventions").glob("*/imprimer/"))
        talks = [f"{page.relative_to(root / 'site').as_posix()}/" for page in pages]
        (edition,) = (root / "site/editions").glob("*/actes/")
        proceedings = f"{edition.relative_to(root / 'site').as_posix()}/"
        tasks = [
            ("one talk", talks[:1], []),
            (f"{len(talks)} talks", talks, []),
            (f"proceedings, {len(talks)} talks", [proceedings], []),
            ("proceedings, without style", [proceedings], ["--bare"]),
        ]
        for (name, urls, options), engine in product(tasks, PDF_ENGINES):
            bound = [*options, "--bind", f"{root}/site", engine, *urls]
            print(f"{name + ', ' + engine:<36} ", end="", flush=True)
            print(measure([sys.executable, "-m", "benchmarks.paper", *bound]))


if __name__ == "__main__":
    main()
