"""A page of the past in its parts: what its head says, its text, what is left out."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.intake.archive import signs
from mkdocs_forum.core.intake.archive.body import Body, write_body
from mkdocs_forum.core.intake.archive.days import YEAR, find_days
from mkdocs_forum.core.intake.archive.files import Reading
from mkdocs_forum.core.intake.archive.head import Head, read_head
from mkdocs_forum.core.intake.archive.lines import BLANK, Line
from mkdocs_forum.core.intake.archive.parts import Taken
from mkdocs_forum.core.intake.archive.people import names

_LONG = 120
_WORDS = 9
_LEAST = 40
"""Words of a talk at the least."""
_HEAD = 200
"""Lines at the beginning of a page among which its head is."""
_BRACKETS = re.compile(r"\\?\[[^\[\]]{1,100}\]")
_TAIL = 20
"""Lines at the end of a page among which a card may stand."""


@dataclass(frozen=True)
class Page:
    """What was recognised of a page."""

    taken: tuple[Taken, ...]
    body: Body
    frame: tuple[str, ...] = ()
    """Lines that stand at the edge of the page, or lead to others."""
    contacts: tuple[str, ...] = ()
    """Lines that tell how to reach somebody."""
    moved: tuple[str, ...] = ()
    """Lines above the text that are nothing known: they open the text."""
    titles: tuple[str, ...] = ()
    """What may be the title, the likeliest first."""
    remarks: tuple[Message, ...] = ()

    def value(self, part: str) -> str:
        """Give what a part of the page says, or nothing."""
        return next((each.value for each in self.taken if each.part == part), "")

    def values(self, part: str) -> tuple[str, ...]:
        """Give all that is told of a part."""
        return tuple(each.value for each in self.taken if each.part == part)

    def with_value(self, part: str, values: Sequence[str]) -> "Page":
        """Give the page with what somebody says of a part of it."""
        others = [each for each in self.taken if each.part != part]
        told = [Taken(part, value, value) for value in values]
        return replace(self, taken=(*others, *told))

    def is_sure(self, part: str) -> bool:
        """Whether a part was found, and can hardly be something else."""
        found = [each.is_sure for each in self.taken if each.part == part]
        return bool(found) and all(found)

    @property
    def is_talk(self) -> bool:
        """Whether there is a text, and not only a list of links to others."""
        return len(self.body.text.split()) >= _LEAST or self.body.questions > 0

    @property
    def year(self) -> str:
        """The year of the edition, by its day or its name."""
        told = self.value("date")[:4]
        found = YEAR.search(self.value("edition"))
        return told or (found[0] if found else "")


def recognise(
    reading: Reading,
    *,
    is_question: Callable[[str], bool],
    heading: str,
    members: Collection[str] = (),
    furniture: Collection[str] = (),
) -> Page:
    """Tell what the lines of a page are.

    Arguments:
        reading: The page as it was read.
        is_question: Whether a heading stands above questions.
        heading: A heading above questions, for a list of them that has none.
        members: Names of members who have a page already, as slugs.
        furniture: Lines that stand on most pages of the folder.
    """
    lines, left = _without_frame(_with_values(reading.lines), furniture)
    start = _start(lines)
    head = read_head(lines[:start], reading.title, is_question=is_question, members=members)
    head, title = _completed(head, lines[:start])
    rest = [lines[place] if place in head.rest else BLANK for place in range(start)]
    above = [line for place, line in enumerate(rest) if place < title and line.text]
    below, card, told = _without_card(lines[start:], head)
    body = write_body([*above, BLANK, *rest[title:], *below], is_question, heading)
    taken = (*head.taken, *card)
    contacts = [each.words for each in taken if each.part == "contact"]
    return Page(
        taken,
        body,
        tuple(dict.fromkeys(left)),
        tuple(dict.fromkeys([*contacts, *told, *reading.mail])),
        tuple(line.plain for line in above),
        head.candidates,
        body.remarks,
    )


def _with_values(lines: Sequence[Line]) -> list[Line]:
    """Set values beside the names that stand on lines of their own above them."""
    merged = list(lines)
    name: int | None = None
    for place, line in enumerate(lines[:_HEAD]):
        if not line.text:
            continue
        found = signs.label(line.plain)
        if name is not None and found is None:
            merged[name] = Line(f"{lines[name].plain} {line.text}")
            merged[place] = BLANK
        name = place if found is not None and not found[1] else None
    return merged


def _without_frame(
    lines: Iterable[Line], furniture: Collection[str]
) -> tuple[list[Line], list[str]]:
    """Leave out what leads to other pages, and what stands at the edge of each."""
    kept: list[Line] = []
    left: list[str] = []
    for whole in lines:
        within = [each for each in _BRACKETS.findall(whole.text) if signs.is_navigation(each)]
        line = replace(whole, text=_without(whole.text, within)) if within else whole
        left += [replace(whole, text=each).plain for each in within]
        words = line.plain
        if line.text and (
            signs.is_navigation(words)
            or (signs.is_notice(words) and len(words) <= 150)
            or (words in furniture and _is_furniture(words))
        ):
            left.append(words)
            kept.append(BLANK)
        elif line.text and not words:
            kept.append(BLANK)
        else:
            kept.append(line)
    return kept, left


def _without(text: str, parts: Iterable[str]) -> str:
    for part in parts:
        text = text.replace(part, " ")
    return " ".join(text.split())


def _is_furniture(words: str) -> bool:
    """Whether words that stand on most pages say nothing of the talk on each."""
    says = signs.is_edition(words) or signs.session(words) or find_days(words)
    return not (says or words.endswith("?") or words[:1] in '"«“' or signs.label(words))


def _start(lines: Sequence[Line]) -> int:
    """Give the place of the first line of text."""
    filled = [place for place, line in enumerate(lines[:_HEAD]) if line.text]
    for place in filled:
        if _is_prose(lines, place):
            return place
    return filled[-1] + 1 if filled else 0


def _is_prose(lines: Sequence[Line], place: int) -> bool:
    line, plain = lines[place], lines[place].plain
    if line.level or signs.is_contact(plain) or signs.is_address(plain):
        return False
    if line.sign or plain.startswith("|"):
        return len(plain) > _LONG or not (
            signs.label(plain) or signs.session(plain) or find_days(plain)
        )
    is_labelled = signs.label(plain) is not None
    if len(plain) >= _LONG:
        return not (is_labelled and len(plain) < 2 * _LONG)
    if is_labelled or line.is_strong:
        return False
    words = len(plain.split())
    if plain.endswith((".", ":", "!")) and not plain.endswith("...") and words >= _WORDS:
        return True
    goes_on = place + 1 < len(lines) and bool(lines[place + 1].text)
    return goes_on and len(plain) >= 55 and lines[place + 1].plain[:1].islower()


def _completed(head: Head, lines: Sequence[Line]) -> tuple[Head, int]:
    """Give the head, and the place of its title, below which lines belong to the text."""
    words = next((each.words for each in head.taken if each.part == "title"), None)
    if words is None:
        return head, 0
    first = (
        place for place, line in enumerate(lines) if line.text and words.startswith(line.plain)
    )
    return head, next(first, 0)


def _without_card(lines: Sequence[Line], head: Head) -> tuple[list[Line], list[Taken], list[str]]:
    """Leave out of a text what tells how to reach somebody; below it, a card may stand."""
    kept: list[Line] = []
    told: list[str] = []
    for line in lines:
        words = line.plain
        if line.text and (signs.is_card(words) or signs.is_contact(words) or signs.is_town(words)):
            told.append(words)
            kept.append(BLANK)
        else:
            kept.append(line)
    card: list[Taken] = []
    if told:
        kept = _without_rest_of_card(lines, kept, head, card, told)
    return kept, card, told


def _without_rest_of_card(
    lines: Sequence[Line],
    kept: list[Line],
    head: Head,
    card: list[Taken],
    told: list[str],
) -> list[Line]:
    """Take the name, the company and the street of a card at the end of a page."""
    has_speaker = any(each.part == "speakers" for each in head.taken)
    first = next((place for place, line in enumerate(lines) if line.text and not kept[place].text))
    filled = [place for place, line in enumerate(lines) if line.text]
    if len([place for place in filled if place > first]) > _TAIL:
        return kept
    for place in range(len(lines)):
        words, line = lines[place].plain, kept[place]
        if not line.text or line.sign or len(words) > 100:
            continue
        is_near = abs(place - first) <= 8 or place > first
        if signs.is_address(words) and is_near:
            told.append(words)
        elif is_near and place < first and names(words) and not has_speaker:
            card.append(Taken("speakers", words, ", ".join(names(words)), is_sure=False))
        else:
            continue
        kept[place] = BLANK
    return kept


def said(taken: Taken) -> Message:
    """Tell what words were taken for."""
    value = taken.value.replace("/", " – ") if taken.part == "date" else taken.value
    if taken.words == taken.value:
        return say("'{value}' is taken for {part}", value=value, part=PARTS[taken.part])
    return say(
        "'{words}' is taken for {part}: '{value}'",
        words=taken.words,
        value=value,
        part=PARTS[taken.part],
    )


PARTS: Final = {
    "title": say("the title"),
    "speakers": say("who speaks"),
    "company": say("the company"),
    "role": say("the trade"),
    "website": say("the address of a site"),
    "theme": say("the theme of the edition"),
    "date": say("the day of the edition"),
    "place": say("the place of the edition"),
    "session": say("the kind of session"),
    "edition": say("the edition"),
    "topics": say("the topics"),
}
"""What words of a page may be, beside contact data."""
