"""Where another letter begins within one: that which is answered, or passed on.

Mail programs set its head above it, a line that parts both, or words that say who wrote it and
when, in any order and on up to three lines; with or without `>` before what they quote.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mkdocs_forum.core.words.wordings import any_of

QUOTED = re.compile(r"\s*> ?")
"""Beginning of a line that is quoted."""

_LONGEST_HEAD: Final = 14
"""Lines of the head of a letter, with those that a program broke or left empty between."""
_WIDEST_GAP: Final = 2
"""Lines between two of a head."""
_LONGEST_INTRODUCTION: Final = 400
"""Characters of the words above a quote, with long names and addresses."""
_MOST_LINES: Final = 3
"""Lines that they take."""
_NARROWEST: Final = 65
"""Characters of a line that a program broke, with the next word, at the least."""
_WIDEST: Final = 70
"""Characters of a name that stands alone on the first of these lines."""


_NAME = (
    rf"[*_]{{0,3}}(?:(?P<sender>{any_of(lambda mail: mail.sender)})"
    rf"|(?P<sent>{any_of(lambda mail: mail.sent)})"
    rf"|(?P<subject>{any_of(lambda mail: mail.subject)})"
    rf"|(?P<other>{any_of(lambda mail: mail.recipients)}))[*_]{{0,3}}\s*:"
)
"""The name of a line of the head of a letter, which may be bold."""
_HEAD_LINE = re.compile(rf"\s*{_NAME}(?P<value>.*)", re.IGNORECASE)
_WITHIN = re.compile(rf"(?<!\w){_NAME}", re.IGNORECASE)
_ROLES = ("sender", "sent", "subject", "other")
_SEPARATOR = re.compile(
    rf"\s*[*_]{{0,3}}[-=_]{{2,}}\s*(?:(?P<forward>{any_of(lambda mail: mail.forwards)})"
    rf"|(?:{any_of(lambda mail: mail.separators)}))\b.*[-=_]{{2}}.*",
    re.IGNORECASE,
)
_FORWARD = re.compile(rf"\s*(?:{any_of(lambda mail: mail.forwards)})\s*:\s*", re.IGNORECASE)
_PREFIX = re.compile(rf"\s*(?:{any_of(lambda mail: mail.prefixes)})\s*:", re.IGNORECASE)
_RULE = re.compile(r"\s*(?:_{5,}|-{5,}|={4,}|\*{5,}|—{3,})\s*")
"""A line that parts two letters, if the second begins below it."""
_VERB = re.compile(rf"(?<!\w)(?:{any_of(lambda mail: mail.introductions)})(?!\w)", re.IGNORECASE)
_LAST = re.compile(rf"{_VERB.pattern}\s*\Z", re.IGNORECASE)
_START = re.compile(rf"\W*(?:{any_of(lambda mail: mail.openings)})\s.*\d", re.IGNORECASE)
_END = re.compile(r"(?::|-{2,})[\s*_]*\Z")
_ADDRESS = re.compile(r"[<(\[](?:mailto:)?[^\s<>()\[\]@]{1,100}@[^\s<>()\[\]@]{1,200}[>)\]]")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:h.]\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2})")


@dataclass(frozen=True)
class Opening:
    """Lines above another letter."""

    size: int
    """How many there are."""
    is_forward: bool = False
    """Whether they say that it is passed on."""


@dataclass(frozen=True)
class Quotes:
    """What of a letter is another's."""

    numbers: frozenset[int] = frozenset()
    """Numbers of the lines, with those that introduce them."""
    begin: int | None = None
    """Line from which all belongs to another letter."""
    is_forward: bool = False
    """Whether that says that it is passed on."""


def quotes(lines: Sequence[str]) -> Quotes:
    """Find what of a letter is another's."""
    found: set[int] = set()
    number = 0
    while number < len(lines):
        if QUOTED.match(lines[number]) or _is_broken(lines, number):
            found.add(number)
        elif opening := opens(lines, number):
            below = number + opening.size
            if opening.is_forward or not _is_quoted(lines, below):
                found.update(range(number, len(lines)))
                return Quotes(frozenset(found), number, is_forward=opening.is_forward)
            found.update(range(number, below))
            number = below - 1
        number += 1
    return Quotes(frozenset(found))


def _is_broken(lines: Sequence[str], number: int) -> bool:
    """Whether a line among quoted ones is the rest of the one above, which a program broke."""
    above, below = lines[max(number - 1, 0)], "".join(lines[number + 1 : number + 2])
    is_among = QUOTED.match(above) and QUOTED.match(below) and lines[number].strip()
    return bool(is_among) and len(above) + len(lines[number].split()[0]) > _NARROWEST


def passes_on(subject: str) -> bool:
    """Whether a subject says that a letter passes another on."""
    return bool(_PREFIX.match(subject))


def head_passes_on(head: Sequence[str]) -> bool:
    """Whether the subject in the head of a letter says that it passes another on."""
    found = map(_HEAD_LINE.fullmatch, head)
    return any(line and line["subject"] and passes_on(line["value"]) for line in found)


def opens(lines: Sequence[str], number: int) -> Opening | None:
    """Tell whether another letter begins at a line, and how many lines say so."""
    line = lines[number]
    if not line.strip():
        return None
    if size := _head(lines, number):
        return Opening(size)
    separator = _SEPARATOR.fullmatch(line)
    if separator or _FORWARD.fullmatch(line):
        size = _with_head(lines, number)
        return Opening(size, is_forward=not separator or bool(separator["forward"]))
    if _RULE.fullmatch(line):
        start = _next(lines, number + 1)
        below = opens(lines, start) if start < len(lines) and not _is_rule(lines[start]) else None
        return Opening(start - number + below.size, below.is_forward) if below else None
    size = _introduction(lines, number)
    return Opening(size) if size else None


def _is_rule(line: str) -> bool:
    return bool(_RULE.fullmatch(line))


def _next(lines: Sequence[str], number: int) -> int:
    """Give the first of three lines that isn't empty."""
    below = (number + step for step in range(3) if lines[number + step : number + step + 1])
    return next((place for place in below if lines[place].strip()), len(lines))


def may_introduce(line: str) -> bool:
    """Whether a line reads like one above a quote, though nothing tells that a program wrote it."""
    return len(line) < _LONGEST_INTRODUCTION and bool(
        _END.search(line) and _START.match(line) and _VERB.search(line) and _DAY.search(line)
    )


def _is_quoted(lines: Sequence[str], number: int) -> bool:
    place = _next(lines, number)
    return place < len(lines) and bool(QUOTED.match(lines[place]))


def _with_head(lines: Sequence[str], number: int) -> int:
    """Give how many lines a separator and the head below it take."""
    below = _next(lines, number + 1)
    size = _head(lines, below) if below < len(lines) else 0
    return below + size - number if size else 1


def _head(lines: Sequence[str], number: int) -> int:
    """Give how many lines the head of a letter takes that begins at a line, 0 if none does."""
    first = _HEAD_LINE.fullmatch(lines[number])
    if not first or first["other"]:
        return 0
    if {"sender", "subject"} <= {_role(found) for found in _WITHIN.finditer(lines[number])}:
        # Some programs write it on one line.
        return 1
    values: dict[str, str] = {}
    size = 0
    for place, line in enumerate(lines[number : number + _LONGEST_HEAD], 1):
        found = _HEAD_LINE.fullmatch(line)
        if place - size > _WIDEST_GAP + 1:
            break
        if not found:
            continue
        role = _role(found)
        if role in values and role != "other":
            break
        values[role] = found["value"]
        size = place
    return size if _is_head(values) else 0


def _role(found: re.Match[str]) -> str:
    return next(role for role in _ROLES if found[role])


def _is_head(values: dict[str, str]) -> bool:
    """Whether lines say who wrote, when and of what; or two of these, one with a number."""
    if {"sender", "sent", "subject"} <= values.keys():
        return True
    is_sure = "@" in "".join(values.values()) or any(map(str.isdigit, values.get("sent", "")))
    return is_sure and "sender" in values and not {"sent", "subject"}.isdisjoint(values)


def _introduction(lines: Sequence[str], number: int) -> int:
    """Give how many lines the words take that introduce a quote, 0 if none begin at a line."""
    for size in range(1, _MOST_LINES + 1):
        pieces = lines[number : number + size]
        words = " ".join(pieces).strip()
        if len(pieces) < size or not pieces[-1].strip() or len(words) > _LONGEST_INTRODUCTION:
            return 0
        if size > 1 and (_START.match(pieces[-1]) or not _begins(pieces)):
            return 0
        is_ended = _END.search(words) or (_START.match(words) and _LAST.search(words))
        if is_ended and _introduces(words, _is_quoted(lines, number + size)):
            return size
    return 0


def _begins(pieces: Sequence[str]) -> bool:
    """Whether words that introduce a quote can begin with the first of some lines."""
    first, second = pieces[:2]
    if (
        _START.match(first)
        or _ADDRESS.search(first)
        or (_DAY.search(first) and _TIME.search(first))
    ):
        return True
    is_name = len(first) < _WIDEST and first.rstrip()[-1:] not in {*".!?:;"}
    return is_name and bool(second.lstrip().startswith("<") or _VERB.match(second.lstrip()))


def _introduces(words: str, is_quoted: bool) -> bool:
    """Whether words introduce a quote; where no sign is before that, they tell whose it is."""
    verb, address = _VERB.search(words), _ADDRESS.search(words)
    if not verb:
        return bool(address and _TIME.search(words))
    if is_quoted:
        return bool(words[: verb.start()].strip() or words[verb.end() :].strip(" :*_-"))
    return bool(address or (_TIME.search(words) and _DAY.search(words)))
