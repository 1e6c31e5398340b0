"""What was said in a recording, as captions have it (WebVTT): read as a text with its times."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Final

from mkdocs_forum.core.words.characters import tidy

LARGEST: Final = 1_000_000
"""Bytes of a transcript at the most: a day of speech takes half of it."""
LONG: Final = 500
"""Letters of a passage after which the next sentence begins another."""
PAUSE: Final = 4.0
"""Seconds of silence after which another passage begins."""
HEAD: Final = re.compile(r"\ufeff?WEBVTT(?=\s|$)")
"""How a transcript begins."""

_TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]?\d)[.,](\d{3})"
_CUE = re.compile(rf"[ \t]*{_TIME}[ \t]+-->[ \t]+{_TIME}")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>]*)>")
_TAG = re.compile(r"<[^<>]*>")
_ENDED = re.compile(r"[.!?…][»”\"')\]]*$")


@dataclass(frozen=True)
class Passage:
    """What somebody said without a pause."""

    start: int
    """Seconds from the beginning."""
    speaker: str
    """Who said it; nothing where the transcript doesn't tell."""
    text: str
    end: float = 0.0
    """Seconds from the beginning at which it ends."""

    @property
    def time(self) -> str:
        """When it begins, as `4:05` or `1:04:05`."""
        minutes, seconds = divmod(self.start, 60)
        hours, rest = divmod(minutes, 60)
        return f"{hours}:{rest:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def read_transcript(text: str) -> tuple[Passage, ...]:
    """Give the passages of a transcript; nothing of a text that is none."""
    return tuple(_joined(_cues(text))) if HEAD.match(text) else ()


def _cues(text: str) -> Iterator[Passage]:
    """Give each caption; what rolls up from the one before is left out."""
    said: list[str] = []
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n").split("\n")
        place = next((number for number, line in enumerate(lines[:2]) if _CUE.match(line)), None)
        if place is None:
            continue
        found = _CUE.match(lines[place])
        assert found
        shown = [words for words in map(_words, lines[place + 1 :]) if words]
        new = [words for words in shown if words not in said]
        said = shown or said
        voice = _VOICE.search(block)
        if new:
            speaker = _words(voice[1]) if voice else ""
            times = _seconds(*found.groups()[:4]), _seconds(*found.groups()[4:])
            yield Passage(int(times[0]), speaker, " ".join(new), times[1])


def _joined(cues: Iterable[Passage]) -> Iterator[Passage]:
    passage: Passage | None = None
    for cue in cues:
        if passage and not _begins_anew(passage, cue):
            passage = replace(passage, text=f"{passage.text} {cue.text}", end=cue.end)
            continue
        if passage:
            yield passage
        passage = cue
    if passage:
        yield passage


def _begins_anew(passage: Passage, cue: Passage) -> bool:
    is_long = len(passage.text) >= LONG and _ENDED.search(passage.text[-8:]) is not None
    is_endless = len(passage.text) >= 4 * LONG
    is_late = cue.start - passage.end >= PAUSE
    return is_long or is_endless or is_late or cue.speaker != passage.speaker


def _words(line: str) -> str:
    return " ".join(tidy(unescape(_TAG.sub("", line))).split())


def _seconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths) / 1000
