"""Measures what PDF documents take.

usage: python -m benchmarks.paper [TALKS]

A made-up forum whose one edition has so many talks (20) is built; then the document of one talk,
those of all, and the proceedings are made, each in a process of its own: the processor's time and
the highest memory of that process count, its start included. The proceedings are made once more
without any style: what that takes is WeasyPrint's own.
"""

import argparse
import platform
import re
import resource
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import write_corpus
from mkdocs_forum.core.printing.pdf import PdfSource, PdfWriter

SEED = 1
STYLES = re.compile(r"<link[^>]*stylesheet[^>]*>|<style.*?</style>", re.DOTALL)


def bind(site: Path, urls: Sequence[str], *, bare: bool) -> None:
    """Make the documents of pages of a built site; print seconds, MB of memory, kB of documents."""
    size = 0
    with TemporaryDirectory() as shelf:
        writer = PdfWriter(lambda path: (site / path).read_bytes(), Path(shelf))
        for url in urls:
            html = (site / url / "index.html").read_text(encoding="utf-8")
            html = STYLES.sub("", html) if bare else html
            size += len(writer.write(PdfSource("a.md", url, html, "a.pdf")).content)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    seconds = usage.ru_utime + usage.ru_stime
    print(f"{seconds:8.1f} {usage.ru_maxrss / 1000:10.0f} {size / 1000:8.0f}")


def main() -> None:
    """Print the table, or measure some documents for it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("talks", type=int, nargs="?", default=20)
    parser.add_argument("--bind", nargs="+", metavar=("SITE", "URL"), help=argparse.SUPPRESS)
    parser.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.bind:
        bind(Path(arguments.bind[0]), arguments.bind[1:], bare=arguments.bare)
        return
    print(f"Python {platform.python_version()}, weasyprint {version('weasyprint')}\n")
    print(f"{'documents':<22} {'CPU s':>8} {'memory MB':>10} {'size kB':>8}")
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_corpus(root, arguments.talks, SEED)
        build = ["mkdocs", "build", "-q", "-f", f"{root}/mkdocs.yml", "-d", f"{root}/site"]
        subprocess.run([sys.executable, "-m", *build], check=True)
        pages = sorted((root / "site/interventions").glob("*/imprimer/"))
        talks = [f"{page.relative_to(root / 'site').as_posix()}/" for page in pages]
        (edition,) = (root / "site/editions").glob("*/actes/")
        proceedings = f"{edition.relative_to(root / 'site').as_posix()}/"
        for name, urls, options in (
            ("one talk", talks[:1], []),
            (f"{len(talks)} talks", talks, []),
            (f"proceedings, {len(talks)} talks", [proceedings], []),
            ("without style", [proceedings], ["--bare"]),
        ):
            bound = [*options, "--bind", f"{root}/site", *urls]
            command = [sys.executable, "-m", "benchmarks.paper", *bound]
            print(f"{name:<22} ", end="", flush=True)
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
