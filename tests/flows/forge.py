"""A forge that isn't there: what `gh` would answer, and what it was asked."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

GH = """#!/usr/bin/env python3
import json, pathlib, sys

folder = pathlib.Path(__file__).parent
asked = [sys.argv[1:], [pathlib.Path(word.partition("@")[2]).read_text() for word in sys.argv
                        if word.startswith("body=@")]]
with (folder / "asked").open("a") as log:
    log.write(json.dumps(asked) + "\\n")
for words, answer in json.loads((folder / "answers").read_text()).items():
    if words in " ".join(sys.argv[1:]):
        print(answer)
        break
"""


@dataclass(frozen=True)
class Forge:
    """A command `gh` in a folder of its own."""

    folder: Path

    @property
    def variables(self) -> Mapping[str, str]:
        """Variables under which this `gh` is found first."""
        return {
            "PATH": f"{self.folder}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_REPOSITORY": "a/forum",
            "GH_TOKEN": "secret",
        }

    @property
    def asked(self) -> list[tuple[list[str], list[str]]]:
        """What it was asked: the words of each command, and what stood in files it was given."""
        log = self.folder / "asked"
        lines = log.read_text().splitlines() if log.exists() else []
        return [tuple(json.loads(line)) for line in lines]


def forge(folder: Path, answers: Mapping[str, str]) -> Forge:
    """Make a forge that answers commands by the words that occur in them."""
    folder.mkdir()
    command = folder / "gh"
    command.write_text(GH)
    command.chmod(0o755)
    (folder / "answers").write_text(json.dumps(answers))
    return Forge(folder)
