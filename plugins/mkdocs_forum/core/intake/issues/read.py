"""Contributions as issues of a forge: what its forms ask, and how what they give is read.

A forge writes each part of a form as `### Label`, an empty line and the value. Labels are looked
for in the order of the form, and the long text comes last: whatever stands in it, headings and
code included, is text.
"""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forms.fields import FORMS, Field
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.forms.page_fields import ASKED
from mkdocs_forum.core.intake.issues.events import event, issue_of
from mkdocs_forum.core.intake.issues.words import CONSENT, HELP, LABELS, TEXTS, TOLD_OF
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.encodings import decode
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES

LARGEST: Final = 2_000_000
"""Bytes of what a forge gives at the most; the text of an issue has 65,536 letters."""

NOTHING: Final = "_No response_"
"""What the forge writes for a part that was left empty."""

Type = Literal["input", "textarea", "checkboxes", "dropdown"]

_UNASKED: Final = frozenset({"slug", "date"})
"""Fields that are proposed."""
_ALSO_ASKED: Final = frozenset({"account", "materials", "photo", "sources", "told_of"})
"""Fields that a terminal doesn't ask for."""
_LATE: Final = frozenset({"answers_on", "materials", "told_of"})
"""Fields that came later than the forms."""
_LONG: Final = frozenset({"materials", "sources", "photo"})
"""Fields with one value a line, and those into which files are dropped."""
NEWCOMER: Final = ("company", "role", "place")
"""What the form of an answer asks somebody who has no page yet, beside the name."""
_NONE: Final = "None"
"""What the forge writes for a choice that wasn't made."""
_TICKED = re.compile(r"- \[[xX]\] (.*)")


@dataclass(frozen=True)
class Part:
    """One part of a form, in the words of a language."""

    name: str
    """Name of a field, or `text`, `questions`, `agreement`, `consent`, `newcomer`."""
    type: Type
    label: str
    help: str = ""
    needed: bool = False
    boxes: Mapping[str, str] = field(default_factory=dict)
    """Names and labels of boxes to tick."""
    options: Mapping[str, str] = field(default_factory=dict)
    """Names and labels of which one is chosen."""
    is_late: bool = False
    """Whether forms of earlier versions lack it, and so the issues that were opened with them."""


@dataclass(frozen=True)
class Issue:
    """An issue that somebody opened."""

    body: str
    day: datetime.date | None = None
    """Day on which it was opened."""


@dataclass(frozen=True)
class Filled:
    """A form as it was filled in."""

    kind: str
    parts: Sequence[Part]
    values: Mapping[str, str]
    """What was written in each part."""

    def ticked(self, name: str) -> list[str]:
        """Give the names of the boxes of a part that were ticked."""
        lines = map(_TICKED.fullmatch, self.values.get(name, "").split("\n"))
        labels = {_plain(found[1]) for found in lines if found}
        boxes = next((part.boxes for part in self.parts if part.name == name), {})
        return [key for key, label in boxes.items() if _plain(label) in labels]


def parts(kind: str, settings: Settings, language: Language) -> list[Part]:
    """Give the parts of the form for a kind of entry, the long text last."""
    tell = language.tell
    found = [
        _part(asked, language)
        for asked in FORMS[kind]
        if (asked.asked or asked.name in _ALSO_ASKED) and asked.name not in _UNASKED
    ]
    if kind == "answers":
        place = next(number for number, part in enumerate(found) if part.name == "author") + 1
        found[place:place] = _of_newcomers(language)
    if kind == "talks":
        label, words = tell("Questions it leaves open"), tell("One per line.")
        found.append(Part("questions", "textarea", label, words))
    if kind == "members":
        boxes = {name: tell(label) for name, label in CONSENT.items()}
        found.append(Part("consent", "checkboxes", tell("What may be published"), boxes=boxes))
    boxes = {"agreed": agreement(kind, settings, language)}
    found.append(Part("agreement", "checkboxes", tell("Agreement"), needed=True, boxes=boxes))
    words = tell("In Markdown: an empty line between paragraphs is enough.")
    found.append(Part("text", "textarea", tell(TEXTS[kind]), words, kind != "members"))
    return found


def _part(asked: Field, language: Language) -> Part:
    """Give the part of a form that asks for a field."""
    tell, name = language.tell, asked.name
    is_choice = name == "told_of"
    return Part(
        name,
        "dropdown" if is_choice else "textarea" if name in _LONG else "input",
        tell(LABELS[name]) if name in LABELS else asked.label(language),
        tell(HELP[name]) if name in HELP else "",
        # The next edition is proposed.
        needed=asked.needed and name != "edition",
        options={key: tell(label) for key, label in TOLD_OF.items()} if is_choice else {},
        is_late=name in _LATE,
    )


def _of_newcomers(language: Language) -> list[Part]:
    """Give the parts by which who has no page yet gets one with the first answer."""
    tell = language.tell
    box = tell("I have no page on this site yet: make one from my name and what I write below.")
    fields = {field.name: field for field in FORMS["members"]}
    return [
        Part("newcomer", "checkboxes", tell("Your page"), boxes={"newcomer": box}, is_late=True),
        *(
            replace(
                _part(fields[name], language),
                needed=False,
                help=tell("Only if you have no page yet; you may leave it empty."),
                is_late=True,
            )
            for name in NEWCOMER
        ),
    ]


def agreement(kind: str, settings: Settings, language: Language) -> str:
    """Give what the author of an entry agrees to."""
    if kind == "members":
        return language.tell("I agree that this page is published on this site.")
    if not settings.licence:
        return language.tell("I agree that my text is published on this site.")
    sentence = say(
        "I agree that my text is published under the licence {licence}.", licence=settings.licence
    )
    return sentence.tell(language.tell)


def read_issue(data: bytes) -> Issue | Refusal:
    """Read what a forge says of an issue, as JSON, or the issue's text alone."""
    if len(data) > LARGEST:
        message = say("the issue is larger than {most} MB", most=LARGEST // 1_000_000)
        return Refusal(message, say("split the text into several"))
    told = event(data)
    if told is None:
        return Issue(decode(data))
    issue = issue_of(told)
    if not issue:
        message = say("what the forge sent isn't about an issue")
        return Refusal(message, say("start the workflow by an issue"))
    body = issue.get("body", issue.get("description"))
    return Issue(body if isinstance(body, str) else "", _day(str(issue.get("created_at"))[:10]))


def fill(issue: Issue, settings: Settings) -> Filled | Refusal:
    """Read the form that an issue was opened with, in whichever language."""
    lines = issue.body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    nearest: tuple[int, str] = (0, "")
    for code in dict.fromkeys([settings.language, *LANGUAGES]):
        for kind in ASKED:
            asked = parts(kind, settings, Language(code))
            needed = [part for part in asked if not part.is_late]
            found = _places(lines, [part.label for part in needed])
            if len(found) == len(needed):
                places = _with_late(lines, asked, found)
                return Filled(kind, asked, _values(lines, asked, places))
            nearest = max(nearest, (len(found), needed[len(found)].label), key=_first)
    hint = say("open a new issue with one of the forum's forms")
    if not nearest[0]:
        return Refusal(say("the issue wasn't opened with a form of the forum"), hint)
    return Refusal(say("the issue has no part '{label}'", label=nearest[1]), hint)


def _first(pair: tuple[int, str]) -> int:
    return pair[0]


def _places(lines: Sequence[str], labels: Sequence[str]) -> list[int]:
    """Find the headings of a form's parts, each after the one before, as far as they are there."""
    places: list[int] = []
    numbers = iter(range(len(lines)))
    for label in labels:
        found = _heading(lines, label, numbers)
        if found is None:
            break
        places.append(found)
    return places


def _with_late(
    lines: Sequence[str], asked: Sequence[Part], places: Sequence[int]
) -> dict[str, int]:
    """Give the place of each part by its name; late ones may lack, and stand between the others."""
    known = iter(places)
    found: dict[str, int] = {}
    start, end = -1, next(known)
    for part in asked:
        if not part.is_late:
            found[part.name], start, end = end, end, next(known, len(lines))
        elif (place := _heading(lines, part.label, range(start + 1, end))) is not None:
            found[part.name] = start = place
    return found


def _heading(lines: Sequence[str], label: str, numbers: Iterable[int]) -> int | None:
    heading = _plain(f"### {label}")
    return next((number for number in numbers if _plain(lines[number]) == heading), None)


def _plain(line: str) -> str:
    """Give a line with plain spaces: those of French typography don't outlive every editor."""
    return " ".join(line.split())


def _values(
    lines: Sequence[str], asked: Sequence[Part], places: Mapping[str, int]
) -> dict[str, str]:
    """Give what was written in each part; nothing in those that lack."""
    ends = dict(zip(places, [*list(places.values())[1:], len(lines)], strict=True))
    return {
        part.name: _written(lines[places[part.name] + 1 : ends[part.name]], part)
        if part.name in places
        else ""
        for part in asked
    }


def _written(lines: Sequence[str], part: Part) -> str:
    value = "\n".join(lines).strip("\n")
    if value.strip() == NOTHING or (part.options and value.strip() == _NONE):
        return ""
    chosen = (key for key, label in part.options.items() if _plain(label) == _plain(value))
    return next(chosen, value)


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
