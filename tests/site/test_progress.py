"""How far a build is, on a terminal and elsewhere."""

import io
import logging
import re
import sys
from collections.abc import Callable, Iterator

import pytest

from mkdocs_forum.adapter import log as telling
from tests.conftest import Log, Workshop
from tests.sites import configuration
from tests.small import SMALL

STAGES = ("Textes", "Documents à imprimer", "Pages")


class Terminal(io.StringIO):
    """Keeps what is shown."""

    def isatty(self) -> bool:
        """Somebody looks on."""
        return True


@pytest.fixture
def stream() -> Iterator[Terminal]:
    """Give a terminal on which MkDocs tells warnings."""
    stream = Terminal()
    console = logging.StreamHandler(stream)
    console.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(console)
    yield stream
    logger.removeHandler(console)
    logger.setLevel(level)


@pytest.fixture
def build(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, stream: Terminal
) -> Callable[..., str]:
    """Build, and give what is shown, once there is patience for so many seconds."""

    def run(patience: float = 0, level: int = logging.INFO, **texts: str) -> str:
        monkeypatch.setattr(telling, "PATIENCE", patience)
        monkeypatch.setattr(sys, "stderr", stream)
        logging.getLogger("mkdocs").setLevel(level)
        workshop.write(SMALL, {"mkdocs.yml": configuration()}, texts).build()
        return stream.getvalue()

    return run


def test_stages(build: Callable[..., str]) -> None:
    """Each stage is told in the site's language, one after the other, and then taken away."""
    shown = build()
    places = [shown.find(f"{stage}:") for stage in STAGES]
    assert -1 not in places
    assert places == sorted(places)
    assert shown.endswith("\r")
    assert not shown.rsplit("\r", 2)[1].strip()


def test_log(build: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody looks on, nothing is shown."""
    monkeypatch.setattr(Terminal, "isatty", lambda _: False)
    assert build() == ""


def test_silence(build: Callable[..., str]) -> None:
    """Who asks for silence has it."""
    assert build(level=logging.ERROR) == ""


def test_short_build(build: Callable[..., str]) -> None:
    """A build that lasts no longer than one waits shows no stage."""
    shown = build(patience=600)
    assert not [stage for stage in STAGES if f"{stage}:" in shown]


def test_warning(build: Callable[..., str], log: Log) -> None:
    """A warning stands on a line of its own, and is told to all others who listen."""
    shown = build(**{"docs/membres/eve.md": "---\nname: Ève Noël\ntopics: prix\n---\n"})
    (told,) = log.take()
    assert told.removeprefix("WARNING ").split("\n")[0] in re.split("[\r\n]", shown)
