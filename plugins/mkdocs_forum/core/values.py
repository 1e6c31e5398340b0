"""What somebody meant by a value that can't stand: a day in words, a list with commas."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, get_args

from mkdocs_forum.core.colons import LONGEST_LINE, quoted
from mkdocs_forum.core.content import Publishable
from mkdocs_forum.core.days import days
from mkdocs_forum.core.diagnostics import Diagnostic, Edit, Location, Message, brief, say
from mkdocs_forum.core.frontmatter import Keys
from mkdocs_forum.core.sentences import Sentence
from mkdocs_forum.core.slugs import slugify
from mkdocs_forum.core.source import Source
from mkdocs_forum.core.synonyms import near_key

_NAMES: Final = frozenset({"speakers", "publish", "aliases"})
"""Keys below which names are listed, none of which has a comma."""
_PARTING: Final = re.compile(r"\s*[,;]\s*|\s+(?:et|and|&)\s+")
BARE: Final = re.compile(r"(?!.{101})[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"]*)?")
"""The address of a site without what it begins with, as long as can be shown."""
_PLAIN: Final = re.compile(r"[^\W_][\w '’./()-]*")
"""What needs no quotes in a list on one line."""


def meant_day(source: Source, where: Location, given: str) -> tuple[Message, Edit | None] | None:
    """Offer a day that is written in another order or in words, and its edit if it is the only one.

    Arguments:
        source: The file.
        where: The place of the value.
        given: The value.
    """
    match days(given):
        case [day]:
            return say(Sentence.WRITE_DAY, day=day), _edit(source, where, given, str(day))
        case [day, other]:
            return say(Sentence.WRITE_EITHER_DAY, day=day, other=other), None
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
    parts = [given] if is_item or key not in _NAMES else _PARTING.split(given.strip())
    if key == "publish":
        parts = list(dict.fromkeys(near_key(part, known) or part for part in parts))
    if len(parts) > 1 and all(parts):
        items = map(slugify, parts) if key == "speakers" else parts
        return say(Sentence.WRITE_LINE, line=brief(flow(key, items), LONGEST_LINE))
    is_named = key == "publish" and parts[0] in known
    return say(Sentence.NEAR, near=parts[0]) if is_named else None


def meant_site(given: str) -> Message | None:
    """Offer the whole address of a site, as of `www.example.org`."""
    return say(Sentence.WRITE_LINE, line=f"https://{given}") if BARE.fullmatch(given) else None


def unparted_topics(source: Source) -> Iterator[Diagnostic]:
    """Report a text with commas where each topic should be an item of a list."""
    written = source.meta.get("topics")
    parts = [part.strip() for part in re.split("[,;]", written)] if isinstance(written, str) else []
    if len(parts) > 1 and all(parts):
        message = say("'{value}' is read as one topic", value=brief(str(written)))
        hint = say(
            "write '{line}'; if it is one topic, put it below 'topics:' after a dash",
            line=brief(flow("topics", parts), LONGEST_LINE),
        )
        yield Diagnostic(source.locate("topics"), "F120", message, hint)


def flow(key: str, items: Iterable[str]) -> str:
    """Write a list on the line of its key."""
    written = (item if _PLAIN.fullmatch(item) else quoted(item) for item in items)
    return f"{key}: [{', '.join(written)}]"
