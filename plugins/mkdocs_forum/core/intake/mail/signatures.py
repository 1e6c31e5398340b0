"""What stands below the words of a letter: formula, name, contact data; lines of programs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mkdocs_forum.core.words.contacts import contacts
from mkdocs_forum.core.words.slugs import slugify
from mkdocs_forum.core.words.wordings import any_of

SIGNATURE = re.compile(r"--\s*")
"""Line below which a signature stands."""
LONGEST_SIGNATURE: Final = 10
"""Lines below a closing formula at the most: name, role, company, street, town, numbers, site."""

_WIDEST = 64
_WIDEST_CONTACT = 140
_WIDEST_FORMULA = 200
_WIDEST_NAME = 40
"""Characters of a line of a signature: of any, of one that holds contact data, of the formula, of
the name."""
_MOST_NOTICES = 20
"""Notices above which a signature is sought."""
_DEVICE = re.compile(rf"\W*(?:{any_of(lambda mail: mail.devices)}).*")
_NOTICE = re.compile(rf"\W*(?:{any_of(lambda mail: mail.notices)})", re.IGNORECASE)
_FORMULA = re.compile(
    rf"\s*(?:{any_of(lambda mail: mail.formulas)})"
    rf"(?: (?:{any_of(lambda mail: mail.conjunctions)}) [^,.]{{1,30}})?[\s,.!;:–-]*"
    r"(?-i:(?<=[\s,])[^\W\d_a-zà-ÿ]\S*(?: \S+){,3})?\s*",
    re.IGNORECASE,
)
"""Words that close a letter, alone on their line or with the name of who wrote it."""
_CONTENT = re.compile(r"\s*(?:[-*+>#|·•] |\d+[.)] |P\.?\s?-?S\b)", re.IGNORECASE)
"""Beginning of a line that is no part of a signature: an item, or a postscript."""
_DIVIDER = re.compile(r"\s*(?:_{2,}|[—–]{1,3}|\*{3,}|={3,}|~{3,})\s*")
"""Line above a signature, by hand or by another program."""
_NAME = re.compile(
    r"[^\W\d_a-zà-ÿ][\w'’.-]*"
    r"(?:[ \xa0-](?:d[eu]s?|l[ae]|van|von|der|el|[^\W\d_a-zà-ÿ][\w'’.-]*)){,4},?"
)
_ENDS = (".", "!", "?", "…", ":", ";")
"""How sentences end."""
_AIM = re.compile(r"\]\([^\s()]*\)")
"""Where a link leads, which nobody sees."""
_MARKS = re.compile(r"(?<![^\W_])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![^\W_])|^#{1,6} ")
"""Signs by which Markdown sets words off."""


def unmarked(line: str) -> str:
    """Give a line without the signs by which Markdown sets words off."""
    return _MARKS.sub("", line).strip()


def closing(lines: Sequence[str], names: Iterable[str] = ()) -> int:
    """Find the line at which a letter closes: all below it are a signature.

    Arguments:
        lines: The lines.
        names: Names of who may have written it.
    """
    end = next((place for place, line in enumerate(lines) if SIGNATURE.fullmatch(line)), len(lines))
    while end and (not lines[end - 1].strip() or _DEVICE.fullmatch(lines[end - 1])):
        end -= 1
    start, below = end, _Below(frozenset(_parts(names)))
    for number in range(end - 1, -1, -1):
        line = unmarked(_AIM.sub("]", lines[number]))
        is_formula = len(line) <= _WIDEST_FORMULA and _FORMULA.fullmatch(line)
        if is_formula or (below.may_be_signature and _DIVIDER.fullmatch(lines[number])):
            start = number
        elif line and not below.takes(line, lines[number]):
            break
        elif line and below.is_named(line) and _is_apart(lines, number):
            start, below.has_name = number, True
    return start


@dataclass
class _Below:
    """The lines of a letter from its end up to one."""

    names: frozenset[str]
    size: int = 0
    has_contacts: bool = False
    has_sentences: bool = False
    has_name: bool = False

    @property
    def may_be_signature(self) -> bool:
        """Whether they may be a signature as a whole."""
        return self.size > 0 and not self.has_sentences

    def takes(self, line: str, written: str) -> bool:
        """Add the line above, if it may be one of a signature."""
        self.size += 1
        is_contact = any(contacts(line))
        self.has_sentences |= not is_contact and _is_sentence(line)
        self.has_contacts |= is_contact
        widest = _WIDEST_CONTACT if is_contact else _WIDEST
        return (
            self.size <= LONGEST_SIGNATURE and len(line) <= widest and not _CONTENT.match(written)
        )

    def is_named(self, line: str) -> bool:
        """Whether a line is the name of who has this contact data, or of who wrote the letter."""
        if self.has_sentences or len(line) > _WIDEST_NAME or not _NAME.fullmatch(line):
            return False
        parts = _parts([line])
        is_known = bool(parts) and self.names.issuperset(parts)
        return is_known or (self.has_contacts and not self.has_name)


def _is_sentence(line: str) -> bool:
    return line.endswith(_ENDS) and len(line.split()) > 1


def _parts(names: Iterable[str]) -> list[str]:
    """Give the parts of names, as they can be compared."""
    return [part for name in names for part in slugify(name).split("-") if part]


def _is_apart(lines: Sequence[str], number: int) -> bool:
    """Whether a line stands below a paragraph, or below the end of a sentence."""
    above = lines[number - 1].rstrip() if number else ""
    return above.endswith((*".!?…»",)) if above else any(map(str.strip, lines[:number]))


def added(lines: Sequence[str], names: Iterable[str] = ()) -> set[int]:
    """Give the numbers of the lines that programs, lists and companies add to a letter.

    Below a signature, a notice goes on to the end.
    """
    found: set[int] = set()
    names = list(names)
    tried = 0
    last = max((number for number, line in enumerate(lines) if _is_own(line)), default=0)
    for paragraph in _paragraphs(lines):
        line = lines[paragraph.start]
        if paragraph.stop <= last and len(paragraph) == 1 and _DEVICE.fullmatch(line[:_WIDEST]):
            found.update(paragraph)
        elif _NOTICE.match(line):
            tried += 1
            found.update(paragraph)
            rest = [lines[number] for number in range(paragraph.start) if number not in found]
            if tried <= _MOST_NOTICES and closing(rest, names) < len(rest):
                return found.union(range(paragraph.start, len(lines)))
    return found


def _is_own(line: str) -> bool:
    return bool(line.strip()) and not _DEVICE.fullmatch(line)


def _paragraphs(lines: Sequence[str]) -> Iterator[range]:
    """Give the numbers of the lines between empty ones."""
    start = None
    for number, line in enumerate([*lines, ""]):
        if line.strip() and start is None:
            start = number
        elif not line.strip() and start is not None:
            yield range(start, number)
            start = None
