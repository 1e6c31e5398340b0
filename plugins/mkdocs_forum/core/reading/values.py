"""What somebody meant by a value that can't stand: a day in words, a list with commas."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, get_args

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Edit, Location, Message, brief, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.model.kinds import Publishable
from mkdocs_forum.core.model.synonyms import near_key
from mkdocs_forum.core.model.types import TIME
from mkdocs_forum.core.reading.frontmatter.quoting import LONGEST_LINE, quoted
from mkdocs_forum.core.reading.frontmatter.values import Keys
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.words.days import days
from mkdocs_forum.core.words.slugs import slugify

_NAMES: Final = frozenset({"speakers", "publish", "aliases", "replies_to", "differs_from"})
"""Keys below which names are listed, none of which has a comma."""
PARTING: Final = re.compile(r"\s*[,;]\s*|\s+(?:et|and|&)\s+")
BARE: Final = re.compile(r"(?!.{101})[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"]*)?")
"""The address of a site without what it begins with, as long as can be shown."""
_DOT: Final = re.compile(r"[-\u2010-\u2015*•·▪]\s*")
"""What begins an item of a list, for those who write it."""
_PLAIN: Final = re.compile(r"[^\W_][\w '’./()-]*")
"""What needs no quotes in a list on one line."""

_TIMES: Final = re.compile(r"(?:\d{4}-\d{2}-\d{2} )?(\d[^\s|–-]*)(?: ?[–-] ?(\d[^\s|–-]*))?")
"""Where the times of day stand in a line of a programme, its day before them."""


def meant_day(source: Source, where: Location, given: str) -> tuple[Message, Edit | None] | None:
    """Offer a day that is written in another order or in words, and its edit if it is the only one.

    Arguments:
        source: The file.
        where: The place of the value.
        given: The value.
    """
    match days(given):
        case [day]:
            return say("write '{day}'", day=day), _edit(source, where, given, str(day))
        case [day, other]:
            return say(
                "write the year, the month, then the day: '{day}' or '{other}'",
                day=day,
                other=other,
            ), None
    return None


def _edit(source: Source, where: Location, given: str, new: str) -> Edit | None:
    """Put another text in the place of one that stands on one line, between quotes perhaps."""
    line = source.header.split("\n")[where.line - source.header_line]
    index = line.find(given, where.column - 1)
    if not 0 <= index <= where.column:
        return None
    start = replace(where, column=index + 1)
    return Edit(start, replace(where, column=index + 1 + len(given)), new)


def meant_names(source: Source, keys: Keys, given: str) -> Message | None:
    """Offer the list that a text with commas stands for, or the word that a French one means."""
    key = str(keys[0] if len(keys) < 2 else keys[-2])
    known = get_args(Publishable)
    is_item = keys in source.values
    parts = [given] if is_item or key not in _NAMES else PARTING.split(given.strip())
    if key == "publish":
        parts = list(dict.fromkeys(near_key(part, known) or part for part in parts))
    if len(parts) > 1 and all(parts):
        items = parts if key in {"publish", "aliases"} else map(slugify, parts)
        return say(Sentence.WRITE_LINE, line=brief(flow(key, items), LONGEST_LINE))
    is_named = key == "publish" and parts[0] in known
    return say(Sentence.NEAR, near=parts[0]) if is_named else None


def meant_site(given: str) -> Message | None:
    """Offer the whole address of a site, as of `www.example.org`."""
    return say(Sentence.WRITE_LINE, line=f"https://{given}") if BARE.fullmatch(given) else None


def misread_slot(line: str) -> tuple[Message, Message]:
    """Tell what keeps a line from saying what takes place besides the talks, and what to write."""
    hint = say("write '12:30-14:00 Lunch', if need be with its day: '2027-05-29 12:30-14:00 Lunch'")
    found = _TIMES.match(" ".join(line.split()))
    if not found:
        return say("'{line}' doesn't begin with a time of day", line=brief(line)), hint
    for time in filter(None, found.groups()):
        if not re.fullmatch(TIME, time):
            return say("'{time}' isn't a time of day", time=brief(time)), hint
    return say("'{line}' doesn't say what takes place, or where", line=brief(line)), hint


def unparted_topics(source: Source) -> Iterator[Diagnostic]:
    """Report what is read as one topic where each should be an item: by commas, or on lines."""
    written = source.meta.get("topics")
    if isinstance(written, str):
        where = source.locate("topics")
        parts = [part.strip() for part in re.split("[,;]", written)]
        parts = parts if len(parts) > 1 else _undotted(_lines(source, where, written))
        if len(parts) > 1 and all(parts):
            hint = say(
                "write '{line}'; if it is one topic, put it below 'topics:' after a dash",
                line=brief(flow("topics", parts), LONGEST_LINE),
            )
            yield _unparted(where, written, hint)
    for number, item in enumerate(written if isinstance(written, list) else ()):
        where = source.locate("topics", number)
        below = _lines(source, where, item)[1:] if isinstance(item, str) else []
        if any(_DOT.match(line) for line in below):
            hint = say("begin each of them with '- ', exactly below each other")
            yield _unparted(where, str(item), hint)


def _unparted(where: Location, written: str, hint: Message) -> Diagnostic:
    return Diagnostic(
        where, "F120", say("'{value}' is read as one topic", value=brief(written)), hint
    )


def _lines(source: Source, where: Location, text: str) -> list[str]:
    """Give the lines on which a text stands that has no quotes."""
    below = source.header.split("\n")[where.line - source.header_line :]
    lines = [below[0][where.column - 1 :].strip()]
    for line in below[1:]:
        if len(" ".join(lines)) >= len(text):
            break
        lines += [line.strip()] if line.strip() else []
    return lines if " ".join(lines) == text else [text]


def _undotted(lines: Iterable[str]) -> list[str]:
    return [_DOT.sub("", line) for line in lines]


def flow(key: str, items: Iterable[str]) -> str:
    """Write a list on the line of its key."""
    written = (item if _PLAIN.fullmatch(item) else quoted(item) for item in items)
    return f"{key}: [{', '.join(written)}]"
