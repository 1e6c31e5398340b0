"""Why a file that lies beside the talks may not be published."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.materials import transcript
from mkdocs_forum.core.reading.materials.danger import Danger

ENDINGS: Final = (".pdf", ".vtt")
"""Endings of the files that a talk may bring."""
LARGEST: Final = 10_000_000
"""Bytes of a document at the most: slides with photographs seldom take half of it."""

DANGERS: Final[Mapping[Danger, tuple[str, Message, Message]]] = {
    Danger.RUNS: (
        "F160",
        say("the document contains scripts, actions or media that it would run"),
        say("open it, and save it anew by printing it into a PDF"),
    ),
    Danger.BRINGS: (
        "F160",
        say("the document contains other files"),
        say("remove its attachments, or save it anew by printing it into a PDF"),
    ),
    Danger.LOCKED: (
        "F160",
        say("the document is protected, so that nobody can see what it contains"),
        say("save it without a password and without restrictions"),
    ),
    Danger.UNREADABLE: (
        "F152",
        say("this isn't a PDF document that can be read"),
        say("open it, and save it anew by printing it into a PDF"),
    ),
}
"""The fault of each document that may not be published: its code, what was found, what to do."""
NO_TRANSCRIPT: Final = (
    say("this isn't a transcript with times (WebVTT)"),
    say("its first line is 'WEBVTT'; save it again as '.vtt', encoded in UTF-8"),
)
"""What is told of other files that are called so."""


def is_material(path: str, settings: Settings) -> bool:
    """Whether a file is one that a talk may bring, by its place and its name."""
    folder = f"{settings.folders['talks']}/"
    return path.startswith(folder) and PurePosixPath(path).suffix.lower() in ENDINGS


def check_material(name: str, size: int, file: BinaryIO) -> Iterator[Diagnostic]:
    """Report why a document or a transcript may not be published.

    Arguments:
        name: Its path.
        size: How many bytes it holds.
        file: What it holds.
    """
    is_pdf = name.lower().endswith(".pdf")
    largest = LARGEST if is_pdf else transcript.LARGEST
    if size > largest:
        message = say(Sentence.LARGE_MATERIAL, size=f"{size / 1_000_000:.1f}")
        hint = say(Sentence.SMALLER_MATERIAL, largest=largest // 1_000_000)
        yield Diagnostic(Location(name), "F161", message, hint)
    elif is_pdf and (danger := _danger_of(file.read())):
        code, message, hint = DANGERS[danger]
        yield Diagnostic(Location(name), code, message, hint)
    elif not is_pdf and not _is_transcript(file.read()):
        yield Diagnostic(Location(name), "F152", *NO_TRANSCRIPT)


def _danger_of(data: bytes) -> Danger | None:
    # The library takes a tenth of a second to load, and most forums have no document.
    from mkdocs_forum.core.reading.materials.pdf import danger_of

    return danger_of(data)


def _is_transcript(data: bytes) -> bool:
    try:
        return bool(transcript.read_transcript(data.decode("utf-8")))
    except UnicodeDecodeError:
        return False
