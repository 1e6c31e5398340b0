"""What a form tells of documents and transcripts before they are sent, as the check does."""

import re
from collections.abc import Callable
from typing import Any

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.reading.materials.check import DANGERS, LARGEST, NO_TRANSCRIPT
from mkdocs_forum.core.reading.materials.danger import CERTAIN, END, HEAD, NAMES, Danger
from mkdocs_forum.core.reading.materials.transcript import HEAD as TRANSCRIPT
from mkdocs_forum.core.reading.materials.transcript import LARGEST as LARGEST_TRANSCRIPT
from mkdocs_forum.core.words.patterns import portable

Json = dict[str, Any]
Tell = Callable[[str], str]


def materials(tell: Tell) -> list[Json]:
    """Give what each kind of file may be: its ending, size and beginning, what it may not hold.

    Arguments:
        tell: Gives the wording of a sentence.
    """
    return [
        {
            "ending": ".pdf",
            "largest": LARGEST,
            # Each byte as a sign of its own.
            "charset": "latin1",
            "head": portable(re.compile(HEAD.pattern.decode()), "^(?:{})"),
            "otherwise": _refusal(DANGERS[Danger.UNREADABLE][1:], tell),
            "dangers": [_danger(danger, tell) for danger in (Danger.RUNS, Danger.BRINGS)],
        },
        {
            "ending": ".vtt",
            "largest": LARGEST_TRANSCRIPT,
            "charset": "utf-8",
            "head": portable(TRANSCRIPT, "^(?:{})"),
            "otherwise": _refusal(NO_TRANSCRIPT, tell),
            "dangers": [],
        },
    ]


def materials_only(tell: Tell) -> Json:
    """Give what is told of any other file."""
    message = say("a talk may bring PDF documents and transcripts ('.vtt')")
    return _refusal((message, say("save it as a PDF document, or put it on a site")), tell)


def _danger(danger: Danger, tell: Tell) -> Json:
    names = "|".join(name for name in sorted(CERTAIN) if NAMES[name] is danger)
    found = re.compile(rf"/(?:{names}){END}")
    return {"names": portable(found), **_refusal(DANGERS[danger][1:], tell)}


def _refusal(told: tuple[Message, ...], tell: Tell) -> Json:
    message, hint = told
    return {"message": message.tell(tell), "hint": hint.tell(tell)}
