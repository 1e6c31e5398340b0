"""Measures how the time of a build grows with the forum.

usage: python -m benchmarks.build [TALKS ...]

Each forum of `corpus.py` is built once in a process of its own. What counts is the processor's
time of that process, its start included: unlike the time on the clock, it hardly depends on what
else the machine does. The last column compares the time per page with that of the first forum.
A build whose time is proportional to its pages stays near 1, or below, as the start weighs less;
one that goes through all pages for each page comes out near the ratio of the sizes.
"""

import argparse
import platform
import resource
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import write_corpus

SEED = 1


@dataclass(frozen=True)
class Build:
    """What one build took."""

    talks: int
    pages: int
    seconds: float

    @property
    def per_page(self) -> float:
        """Milliseconds per page."""
        return 1000 * self.seconds / self.pages


def measure(talks: int) -> Build:
    """Build a forum and measure it.

    Raises:
        CalledProcessError: The build failed; its own output says why.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_corpus(root, talks, SEED)
        site = root / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{root}/mkdocs.yml"]
        before = seconds()
        subprocess.run([*command, "-d", str(site)], check=True)
        return Build(talks, len(list(site.rglob("*.html"))), seconds() - before)


def seconds() -> float:
    """Give the processor's time of all processes that this one started and saw end."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def describe() -> str:
    """Tell what was measured."""
    packages = [f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material")]
    return f"commit {_commit()}, Python {platform.python_version()}, {', '.join(packages)}"


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout.strip() or "unknown"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("talks", type=int, nargs="*", default=[100, 1000])
    sizes = parser.parse_args().talks

    print(f"{describe()}\n")
    print(f"{'talks':>6} {'pages':>7} {'CPU s':>8} {'ms/page':>8} {'ratio':>6}")
    first = None
    for talks in sizes:
        build = measure(talks)
        first = first or build
        ratio = build.per_page / first.per_page
        cells = f"{build.talks:6} {build.pages:7} {build.seconds:8.1f} {build.per_page:8.1f}"
        print(f"{cells} {ratio:6.2f}", flush=True)


if __name__ == "__main__":
    main()
