"""Tells what the stages of a build take.

usage: python -m benchmarks.stages [TALKS | FOLDER]

The build runs in this process. A timer of the processor's time looks a thousand times in a second
at which stage is under way: it costs next to nothing, where a profiler that follows each call would
triple what the small functions take. A stage is told by the innermost module that `STAGES` names;
what a library does counts for whom it works.
"""

import argparse
import logging
import signal
import time
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.build import describe, forum

INTERVAL = 0.001
"""Seconds of the processor between two looks."""

STAGES = {
    "importlib": "imports",
    "forum/core/pages/environment.py": "",
    "forum/core/pages/output.py": "",
    "forum/core/printing/qr.py": "QR codes",
    "forum/core/printing/proceedings.py": "proceedings",
    "forum/core/printing/": "printing",
    "forum/templates/forum/partials/print-": "printing",
    "forum/templates/forum/print": "printing",
    "forum/templates/forum/proceedings": "printing",
    "forum/core/html/markdown/": "outputs: Markdown",
    "/templates/": "templates of pages",
    "/jinja2/compiler.py": "compiling templates",
    "/jinja2/parser.py": "compiling templates",
    "/jinja2/lexer.py": "compiling templates",
    "/pymdownx/": "Markdown",
    "/markdown/": "Markdown",
    "forum/core/html/sanitise.py": "sanitising",
    "forum/core/html/finish.py": "e-mail addresses",
    "forum/core/html/policy.py": "policy and tooltips",
    "forum/core/html/tooltips.py": "policy and tooltips",
    "forum/core/reading/": "reading entries",
    "forum/core/checks/": "checks",
    "forum/core/library/": "library",
    "forum/core/repository/": "history",
    "forum/core/pages/": "views and pages",
    "forum/core/forms/": "rulebook and forms",
    "forum/core/outputs/search/": "search",
    "forum/core/outputs/feeds/": "outputs: feeds",
    "forum/core/outputs/data/": "outputs: data",
    "forum/core/outputs/texts/": "outputs: Markdown",
    "forum/core/outputs/citing/": "outputs: references",
    "forum/core/outputs/head/": "outputs: heads of pages",
    "forum/core/outputs/cards/": "outputs: pictures to share",
    "forum/core/outputs/epub/": "outputs: books",
    "forum/core/outputs/contents.py": "outputs: texts with addresses",
    "forum/core/outputs/": "outputs: all others",
    "forum/core/publish/": "putting the site in place",
    "forum/adapter/theme/": "templates of pages",
    "forum/adapter/rendering/discussion.py": "questions and answers",
    "forum/adapter/rendering/fragments.py": "questions and answers",
    "forum/adapter/": "the rest of the plugin",
    "forum/plugin.py": "the rest of the plugin",
    "/material/plugins/search/": "entries of the search",
    "/material/": "the theme's plugins",
    "/mkdocs/": "MkDocs",
}
"""Names of stages by a part of the path of a module, the narrower ones first.

One without a name counts for whoever calls it.
"""


OUTPUTS = "outputs:"
"""What the names of stages begin with that make what other programs read; the search is none."""


class Profile:
    """Counts the processor's time of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._known: dict[str, str] = {}
        self._last = time.process_time()

    def look(self, _: int, frame: FrameType | None) -> None:
        """Count the time since the last look for the stage that is under way."""
        now, stage = time.process_time(), ""
        while frame and not (stage := self._stage(frame.f_code.co_filename)):
            frame = frame.f_back
        self.seconds[stage if frame else "other"] += now - self._last
        self._last = now

    def _stage(self, path: str) -> str:
        if path not in self._known:
            found = (stage for part, stage in STAGES.items() if part in path)
            self._known[path] = next(found, "")
        return self._known[path]


def profile(folder: Path) -> Profile:
    """Build the forum of a folder and tell what took how long."""
    logging.disable(logging.WARNING)
    found = Profile()
    signal.signal(signal.SIGPROF, found.look)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    with TemporaryDirectory() as site:
        config = load_config(f"{folder}/mkdocs.yml", site_dir=f"{site}/a")
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    signal.setitimer(signal.ITIMER_PROF, 0)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("forum", nargs="?", metavar="TALKS | FOLDER", default="100")
    name = parser.parse_args().forum
    with forum(name) as folder:
        found = profile(folder).seconds
    print(f"{describe()}, {name}\n")
    ordered = sorted(found.items(), key=lambda stage: -stage[1])
    total = sum(found.values())
    beside = sum(seconds for stage, seconds in ordered if stage.startswith(OUTPUTS))
    print(f"{'stage':<29} {'CPU s':>7} {'share':>6}")
    for stage, seconds in [*ordered, ("all outputs", beside), ("all", total)]:
        print(f"{stage:<29} {seconds:7.2f} {seconds / total:6.1%}")


if __name__ == "__main__":
    main()
