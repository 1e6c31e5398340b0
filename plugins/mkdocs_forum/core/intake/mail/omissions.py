"""What of a mail isn't in a file: every line is repeated under what it was taken for."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.intake.pictures.picture import without_tokens


class Kind(StrEnum):
    """What lines that aren't in a file were taken for, in the order in which it is told."""

    COVERING = "covering"
    """Words of the letter in which a text came."""
    HEAD = "head"
    """Head of a letter that it passes on."""
    QUOTE = "quote"
    """Words of another letter, and what introduces them."""
    SIGNATURE = "signature"
    """Name and contact data of who wrote it, and the formula above."""
    NOTICE = "notice"
    """Lines that programs, lists and companies add."""
    VARIANT = "variant"
    """What only another wording of the same text says."""


Omitted = Mapping[Kind, Sequence[str]]
"""Lines of a mail that are in no file, by what they were taken for."""

_SENTENCES: Final[Mapping[Kind, Message]] = {
    Kind.COVERING: say(
        "these lines of the mail look like a greeting or a message to you and were left out:"
    ),
    Kind.HEAD: say("these lines are the header of the mail that was forwarded:"),
    Kind.QUOTE: say("these lines of the mail look like a quote and were left out:"),
    Kind.SIGNATURE: say("these last lines of the mail look like a signature and were left out:"),
    Kind.NOTICE: say(
        "these lines of the mail look like something that a program or a service "
        "adds and were left out:"
    ),
    Kind.VARIANT: say("the mail had two versions; these lines of the other one were left out:"),
}
_WORD = re.compile(r"[^\W_]+")
_SIGNS = re.compile(r"[\W_]+")


def words(lines: Iterable[str]) -> set[str]:
    """Give the words of some lines."""
    return {word for line in lines for word in _WORD.findall(without_tokens(line))}


def joined(parts: Iterable[Omitted]) -> Omitted:
    """Put together what several texts of a letter have left."""
    parts = list(parts)
    lines = {kind: [line for part in parts for line in part.get(kind, ())] for kind in Kind}
    return {kind: found for kind, found in lines.items() if any(map(str.strip, found))}


def variant(others: Iterable[Sequence[str]], known: Collection[str]) -> Omitted:
    """Give the lines of other wordings of a text that have a word which isn't known."""
    lines = [line for other in others for line in other if not words([line]).issubset(known)]
    return {Kind.VARIANT: lines}


def remarks(omitted: Omitted, sentences: Iterable[str] = ()) -> Iterator[Message]:
    """Repeat what was left out, except for sentences that say nothing new.

    Arguments:
        omitted: The lines.
        sentences: Sentences that a form writes, wherever their lines are broken.
    """
    plain = {_letters(sentence) for sentence in sentences}
    for kind, message in _SENTENCES.items():
        told = [
            line.strip()
            for paragraph in _paragraphs(omitted.get(kind, ()))
            for line in paragraph
            if _letters(" ".join(paragraph)) not in plain and _letters(line) not in plain
        ]
        if told:
            yield replace(message, below=tuple(told))


def _paragraphs(lines: Iterable[str]) -> Iterator[list[str]]:
    """Give the lines that belong together, without the empty ones between."""
    paragraph: list[str] = []
    for line in map(without_tokens, lines):
        if line.strip("> \t\xa0"):
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _letters(text: str) -> str:
    return _SIGNS.sub("", text).casefold()
