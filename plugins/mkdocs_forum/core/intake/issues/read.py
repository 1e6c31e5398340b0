"""Contributions as issues of a forge: what its forms ask, and how what they give is read.

A forge writes each part of a form as `### Label`, an empty line and the value. Labels are looked
for in the order of the form, and the long text comes last: whatever stands in it, headings and
code included, is text.
"""

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forms.fields import FORMS
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.forms.page_fields import ASKED
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.encodings import decode
from mkdocs_forum.core.words.language import N_, Language
from mkdocs_forum.core.words.languages import LANGUAGES

LARGEST: Final = 2_000_000
"""Bytes of what a forge gives at the most; the text of an issue has 65,536 letters."""

NOTHING: Final = "_No response_"
"""What the forge writes for a part that was left empty."""

Type = Literal["input", "textarea", "checkboxes"]

_UNASKED: Final = frozenset({"slug", "date"})
"""Fields that are proposed."""
_ALSO_ASKED: Final = frozenset({"account", "photo", "sources"})
"""Fields that a terminal doesn't ask for."""
_LONG: Final = frozenset({"sources", "photo"})
"""Fields with one value a line, and one into which a picture is dropped."""
_LABELS: Final[Mapping[str, str]] = {
    "question": N_("Question that you answer"),
    "author": N_("Your name"),
    "sources": N_("Sources"),
    "title": N_("Title"),
    "edition": N_("Edition"),
    "speakers": N_("Who gives it"),
    "topics": N_("Topics"),
    "summary": N_("Summary"),
    "role": N_("Your trade"),
    "website": N_("Web site"),
    "account": N_("Name of your account here"),
    "photo": N_("Photograph"),
}
"""What a field is called, as on the site's forms, where the description of the key is no name."""
_HELP: Final[Mapping[str, str]] = {
    "question": N_("Address of the question's page, or its name as 'talk/question'."),
    "author": N_("Your name, as your page on this site has it."),
    "speakers": N_("Their names as on their pages, with commas between them."),
    "edition": N_("Its title or its year; empty for the next one."),
    "summary": N_("A sentence or two, shown in lists."),
    "topics": N_("With commas between them; take those of the site where they fit."),
    "sources": N_("One a line."),
    "account": N_("If you want to be told there of answers to your questions; no page shows it."),
    "photo": N_("Drop it here: everybody can see it at once."),
    "email": N_("An issue can be read by everybody at once: leave out what may not be published."),
}
_TEXTS: Final[Mapping[str, str]] = {
    "answers": N_("Your answer"),
    "talks": N_("Text of the talk"),
    "members": N_("Presentation"),
}
CONSENT: Final[Mapping[str, str]] = {
    "email": N_("I agree that my e-mail address is published."),
    "phone": N_("I agree that my telephone number is published."),
    "address": N_("I agree that my postal address is published."),
    "photo": N_("I agree that my photograph is published."),
}
_TICKED = re.compile(r"- \[[xX]\] (.*)")


@dataclass(frozen=True)
class Part:
    """One part of a form, in the words of a language."""

    name: str
    """Name of a field, or `text`, `questions`, `agreement`, `consent`."""
    type: Type
    label: str
    help: str = ""
    needed: bool = False
    boxes: Mapping[str, str] = field(default_factory=dict)
    """Names and labels of boxes to tick."""


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
        Part(
            asked.name,
            "textarea" if asked.name in _LONG else "input",
            tell(_LABELS[asked.name]) if asked.name in _LABELS else asked.label(language),
            tell(_HELP[asked.name]) if asked.name in _HELP else "",
            # The next edition is proposed.
            asked.needed and asked.name != "edition",
        )
        for asked in FORMS[kind]
        if (asked.asked or asked.name in _ALSO_ASKED) and asked.name not in _UNASKED
    ]
    if kind == "talks":
        label, words = tell("Questions that it leaves open"), tell("One a line.")
        found.append(Part("questions", "textarea", label, words))
    if kind == "members":
        boxes = {name: tell(label) for name, label in CONSENT.items()}
        found.append(Part("consent", "checkboxes", tell("What may be published"), boxes=boxes))
    boxes = {"agreed": agreement(kind, settings, language)}
    found.append(Part("agreement", "checkboxes", tell("Agreement"), needed=True, boxes=boxes))
    words = tell("In Markdown: an empty line between paragraphs is enough.")
    found.append(Part("text", "textarea", tell(_TEXTS[kind]), words, kind != "members"))
    return found


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
        return Refusal(message, say("divide the text between several entries"))
    text = decode(data)
    try:
        event = json.loads(text) if text.lstrip().startswith("{") else None
    except (ValueError, RecursionError):
        event = None
    if not isinstance(event, dict):
        return Issue(text)
    issue = event.get("issue")
    if not isinstance(issue, dict):
        message = say("what the forge tells is of no issue")
        return Refusal(message, say("start the workflow by an issue"))
    body, opened = issue.get("body"), str(issue.get("created_at"))
    return Issue(body if isinstance(body, str) else "", _day(opened[:10]))


def fill(issue: Issue, settings: Settings) -> Filled | Refusal:
    """Read the form that an issue was opened with, in whichever language."""
    lines = issue.body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    nearest: tuple[int, str] = (0, "")
    for code in dict.fromkeys([settings.language, *LANGUAGES]):
        for kind in ASKED:
            asked = parts(kind, settings, Language(code))
            places = _places(lines, [part.label for part in asked])
            if len(places) == len(asked):
                return Filled(kind, asked, _values(lines, asked, places))
            nearest = max(nearest, (len(places), asked[len(places)].label), key=_first)
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
        heading = _plain(f"### {label}")
        found = next((number for number in numbers if _plain(lines[number]) == heading), -1)
        if found < 0:
            break
        places.append(found)
    return places


def _plain(line: str) -> str:
    """Give a line with plain spaces: those of French typography don't outlive every editor."""
    return " ".join(line.split())


def _values(lines: Sequence[str], asked: Sequence[Part], places: Sequence[int]) -> dict[str, str]:
    ends = [*places[1:], len(lines)]
    written = {
        part.name: "\n".join(lines[start + 1 : end]).strip("\n")
        for part, start, end in zip(asked, places, ends, strict=True)
    }
    return {name: "" if value.strip() == NOTHING else value for name, value in written.items()}


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
