"""Measures the check of a forum against its build.

usage: python -m benchmarks.check [TALKS]

Both run on one forum of `corpus.py`, one after the other, each in a process of its own. What counts
is the processor's time, as in `build.py`. Members check again and again, so a check is to take less
than half of a build; it does because it renders no text but those in which something seems wrong
or may be lost.
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.build import SEED, describe, measure
from benchmarks.corpus import write_corpus

CHECK = "from mkdocs_forum.cli.main import main; main()"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("talks", type=int, nargs="?", default=1000)
    talks = parser.parse_args().talks
    print(f"{describe()}\n\n{'talks':>6} {'check, CPU s':>13} {'build, CPU s':>13} {'ratio':>6}")
    with TemporaryDirectory() as folder:
        write_corpus(Path(folder), talks, SEED)
        config = ["-f", f"{folder}/mkdocs.yml"]
        check = measure("-c", CHECK, "check", *config).seconds
        build = measure("-m", "mkdocs", "build", "-q", *config, "-d", f"{folder}/site").seconds
    print(f"{talks:6} {check:13.1f} {build:13.1f} {check / build:6.2f}")


if __name__ == "__main__":
    main()
