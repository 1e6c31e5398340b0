"""The program that draws diagrams: Mermaid's own, `mmdc`, where it is installed.

What it is given may be anybody's: no shell reads it, no address is asked for it, and it has a time.
"""

import json
import os
import re
import signal
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any, Final

from mkdocs_forum.core.faults.diagnostic import Message, brief, say

PROGRAM: Final = "mmdc"
"""Name of the program, from the package `@mermaid-js/mermaid-cli` of npm."""
PATIENCE: Final = 60.0
"""Seconds that it has for one diagram, most of which its browser takes to start."""
SETTINGS: Final = {
    # Words as SVG has them: WeasyPrint and readers of books know no HTML in a drawing.
    "htmlLabels": False,
    **{kind: {"htmlLabels": False} for kind in ("class", "flowchart", "state")},
    "securityLevel": "strict",
    # What a text sets for itself changes none of these.
    "secure": ["htmlLabels", "maxEdges", "maxTextSize", "secure", "securityLevel", "startOnLoad"],
    "theme": "neutral",
    # No line runs through the words beside it.
    "themeVariables": {"edgeLabelBackground": "#ffffff"},
    "themeCSS": ".edgeLabel rect { opacity: 1; fill: #ffffff; }",
    "fontFamily": "sans-serif",
    # The same text gives the same drawing.
    "deterministicIds": True,
    "deterministicIDSeed": "diagram",
    "handDrawnSeed": 1,
}
"""What it is told of every diagram."""
_UNREACHABLE: Final = "--host-resolver-rules=MAP * ~NOTFOUND"
"""Lets its browser reach nothing: a diagram may name pictures of other hosts, or of ours."""
_LOUD: Final = re.compile(r"^(?:\w*Error|\w*Exception): *", re.MULTILINE)
_PLACE: Final = re.compile(r"\bon line (\d+)")


class DiagramError(Exception):
    """A diagram that isn't drawn."""

    def __init__(self, reason: Message | str, line: int = 0) -> None:
        """Take why not, and the line of its text at which something is wrong, from 1; 0 if none."""
        super().__init__(str(reason))
        self.reason, self.line = reason, line


class SlowError(DiagramError):
    """A diagram that took too long."""


def find_mermaid() -> str | None:
    """Give the path of the program; nothing where there is none, or none that can be ended."""
    return None if sys.platform == "win32" else which(PROGRAM)


class Mermaid:
    """Draws diagrams."""

    def __init__(self, program: str, browser: str | None, patience: float = PATIENCE) -> None:
        """Take the paths of the program and of a browser for it; by default it has its own."""
        self._program, self._patience = program, patience
        self._browser = os.environ.get("PUPPETEER_EXECUTABLE_PATH") or browser

    @cached_property
    def name(self) -> str:
        """Its name with its version and its settings: others may give another drawing."""
        try:
            version = self._run("--version")
        except DiagramError:
            version = ""
        return f"{PROGRAM} {version.strip()} {json.dumps(SETTINGS)}"

    def draw(self, text: str) -> str:
        """Draw a diagram.

        Returns:
            The drawing, as SVG that isn't sanitised.

        Raises:
            DiagramError: It can't be drawn; `SlowError` if it takes too long.
        """
        with TemporaryDirectory() as name:
            given = {
                "diagram.mmd": text,
                "settings.json": json.dumps(SETTINGS),
                "browser.json": json.dumps(self._options),
            }
            paths = {file: Path(name, file) for file in (*given, "diagram.svg")}
            for file, content in given.items():
                paths[file].write_text(content, encoding="utf-8")
            self._run(
                *("--quiet", "--svgId", "diagram", "--backgroundColor", "transparent"),
                *("--input", str(paths["diagram.mmd"]), "--output", str(paths["diagram.svg"])),
                *("--configFile", str(paths["settings.json"])),
                *("--puppeteerConfigFile", str(paths["browser.json"])),
            )
            try:
                return paths["diagram.svg"].read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise DiagramError(say("it gave no drawing")) from error

    @property
    def _options(self) -> dict[str, Any]:
        # As root, as in most containers, a browser has no sandbox, and says so instead of starting.
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        options: dict[str, Any] = {"args": [_UNREACHABLE, *["--no-sandbox"] * is_root]}
        return {**options, "executablePath": self._browser} if self._browser else options

    def _run(self, *arguments: str) -> str:
        """Run the program; a group of its own, since its browser doesn't end with it.

        Raises:
            DiagramError: It failed.
        """
        try:
            process = subprocess.Popen(
                [self._program, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,
            )
        except OSError as error:
            raise DiagramError(str(error)) from error
        try:
            told, failure = process.communicate(timeout=self._patience)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            seconds = round(self._patience)
            raise SlowError(say("it took longer than {seconds} s", seconds=seconds)) from error
        if process.returncode:
            raise _failed(failure)
        return told


def _failed(told: str) -> DiagramError:
    """Give what a program says of its failure: the first lines, what follows is its own affair."""
    found = _LOUD.search(told)
    said = told[found.end() :] if found else told
    lines = [line.strip() for line in said.strip().splitlines()[:2]] or [PROGRAM]
    place = _PLACE.search(lines[0])
    words = " ".join(lines if place else lines[:1])
    return DiagramError(brief(words, 160), int(place[1]) if place else 0)
