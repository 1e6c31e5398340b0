"""Measures the check of a forum against its build.

usage: python -m benchmarks.check [TALKS]

All run on one forum of `corpus.py`, one after the other, each in a process of its own: a build with
nothing kept; then a check with nothing kept, one of the same files again, one of a file alone.
What counts is the processor's time, as in `build.py`. Members check again and again, so a check is
to take less than a seventh of a build, and one of a file hardly more than its start.
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.build import CHECK, SEED, cold, describe, measure
from benchmarks.corpus import write_corpus


def check(folder: Path, *files: Path) -> float:
    """Give the seconds that a check takes."""
    arguments = ["check", "-f", f"{folder}/mkdocs.yml", *map(str, files)]
    return measure("-c", CHECK, *arguments).seconds


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("talks", type=int, nargs="?", default=1000)
    talks = parser.parse_args().talks
    print(f"{describe()}\n\n{f'{talks} talks':<16} {'CPU s':>8} {'ratio':>6}")
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_corpus(folder / "forum", talks, SEED)
        forum = folder / "forum"
        build = cold(forum, folder / "site").run.seconds
        (forum / ".cache/plugin/forum/store.sqlite").unlink()
        rows = {
            "build": build,
            "check": check(forum),
            "check again": check(forum),
            "check of a file": check(forum, min(forum.glob("docs/reponses/*/*/*.md"))),
        }
    for label, seconds in rows.items():
        print(f"{label:<16} {seconds:8.1f} {seconds / build:6.2f}")


if __name__ == "__main__":
    main()
