"""What a programme contains besides the talks: a welcome, a meal, a debate."""

import re
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field

from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.types import MOST_SLOTS, TIME, Date, Minutes, Text, Time, listed

SLOT: Final = (
    rf"(?:([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})\s+)?({TIME})(?:\s*[-–]\s*({TIME}))?\s+"
    r"(?:[-–](?!\s*\d)\s*)?([^|\s–-][^|]*)"
    r"(?:[|]([^|]*[^|\s][^|]*))?"
)
"""How one is written in a line: its day, if it isn't the first, when it begins and ends, what it
is, and behind a stroke where."""


def in_one_line(value: Any) -> Any:
    """Take a line for the time, the title and the room that stand in it."""
    found = re.fullmatch(SLOT, " ".join(value.split())) if isinstance(value, str) else None
    if not found:
        return value
    day, start, end, title, room = found.groups()
    minutes = (_minutes(end) - _minutes(start)) % (24 * 60) if end else None
    given = {"start": start, "title": title, "duration": minutes, "date": day, "room": room}
    return {key: each for key, each in given.items() if each}


def _minutes(time: str) -> int:
    hour, minute = re.findall(r"\d+", f"{time} 00")[:2]
    return int(hour) * 60 + int(minute)


class Slot(Meta):
    """What the programme contains besides the talks: a welcome, a meal, a debate."""

    start: Time
    """Time of day at which it begins, as `12:30`."""
    title: Text
    """What it is."""
    duration: Minutes | None = None
    """How many minutes it takes."""
    date: Date | None = None
    """Its day (ISO 8601); by default the edition's first."""
    room: Text | None = None
    """Where it takes place."""


Schedule = Annotated[
    tuple[Annotated[Slot, BeforeValidator(in_one_line)], ...],
    Field(max_length=MOST_SLOTS),
    BeforeValidator(listed),
]
"""One of them, or several."""
