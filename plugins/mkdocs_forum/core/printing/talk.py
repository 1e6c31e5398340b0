"""What is printed of talks and questions: their texts, placed in a document."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from markupsafe import escape

from mkdocs_forum.core.diagrams.drawings import Drawings
from mkdocs_forum.core.html.tree import Text, read, rebase
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import relocate
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.views import (
    AnswerView,
    EditionView,
    MaterialView,
    QuestionView,
    SynthesisView,
    TalkView,
    Views,
)
from mkdocs_forum.core.printing.description import Look
from mkdocs_forum.core.printing.identifiers import OWN, anchor_of, head_of, prefix_of_question
from mkdocs_forum.core.printing.qr import qr_code
from mkdocs_forum.core.printing.questions import Asked, cut_at_questions
from mkdocs_forum.core.printing.scopes import LINES, Ruled, lines_below, ruled

_UNTOLD = re.compile(r"^(?:mailto|tel):", re.IGNORECASE)
"""What people don't write of an address."""
ROW, CODE, HEAD = 6, 20, 74
"""Millimetres of a line, of the QR code of a question, and of the head of a talk."""


@dataclass(frozen=True)
class Texts:
    """Texts as they were rendered for their pages, by the identifiers of their entries."""

    talks: Mapping[str, Text]
    editions: Mapping[str, Text]
    answers: Mapping[str, Text]
    syntheses: Mapping[str, Text]
    details: Mapping[str, Text] = field(default_factory=dict)
    """What stands below questions in their talks, by question."""
    members: Mapping[str, Text] = field(default_factory=dict)


NO_TEXTS: Final = Texts({}, {}, {}, {})
"""The texts before any was rendered."""


@dataclass(frozen=True)
class PrintedAnswer:
    """An answer with its text."""

    view: AnswerView
    anchor: str
    text: Text


@dataclass(frozen=True)
class PrintedQuestion:
    """A question with all that was written about it."""

    view: QuestionView
    anchor: str
    level: int
    """Level of its heading."""
    title: Text
    detail: Text
    synthesis: Text
    outcome: SynthesisView | None
    answers: tuple[PrintedAnswer, ...]
    code: str
    """Picture of the QR code of its page; nothing where none is wanted."""

    @property
    def height(self) -> float:
        """Estimate the millimetres that it takes on a work sheet without lines, not too few."""
        rows = _rows(self.title.words, 50) + sum(
            _rows(line, 60) for line in self.detail.words.split("\n")
        )
        return (CODE if self.code else ROW) + ROW * (rows + 2)


@dataclass(frozen=True)
class PrintedMaterial:
    """What a talk brings, with the way to it."""

    view: MaterialView
    address: str
    """Its whole address."""
    code: str
    """Picture of the QR code of the address."""


@dataclass(frozen=True)
class PrintedTalk:
    """A talk with its text and its questions."""

    view: TalkView
    anchor: str
    pieces: tuple[Text | PrintedQuestion, ...]
    """Stretches of its text, and its questions where it asks them."""
    code: str
    """Picture of the QR code of its page."""
    materials: tuple[PrintedMaterial, ...]
    state: datetime.date
    """Day of the last change to it or to what was answered."""

    @property
    def questions(self) -> list[PrintedQuestion]:
        """Its questions."""
        return [piece for piece in self.pieces if isinstance(piece, PrintedQuestion)]

    def lines(self, page: float) -> dict[str, Ruled]:
        """Give the lines that stand below each question of its work sheet, as the reader chooses.

        Arguments:
            page: Millimetres between the margins of a page.
        """
        heights = [question.height for question in self.questions]
        # What its rights and its citation say, its rule and its code stand there, too.
        head = HEAD + ROW * _rows(self.view.title, 34) * 2
        head += ROW * sum(1 + len(member.address) for member in self.view.speakers)
        found: dict[str, dict[str, int]] = {}
        for choice, wanted in LINES.items():
            below = lines_below(heights, wanted, page=page, head=head)
            for question, count in zip(self.questions, below, strict=True):
                found.setdefault(question.anchor, {})[choice] = count
        return {anchor: ruled(counts) for anchor, counts in found.items()}


@dataclass(frozen=True)
class Printer:
    """Places texts in the documents that are printed."""

    library: Library
    views: Views
    texts: Texts
    settings: Settings
    days: Mapping[str, datetime.date]
    """Day of the last change of each file, by path."""
    look: Look = field(default_factory=Look)
    drawings: Drawings = field(default_factory=dict)
    """Pictures of the diagrams that are drawn."""
    _days: dict[str, datetime.date] = field(default_factory=dict)
    """Day of the last change of each talk that was asked for."""

    def talk(self, slug: str, here: str) -> PrintedTalk:
        """Give a talk for a document at an address."""
        view = self.views.talks[slug]
        text = self.texts.talks.get(slug, Text())
        placed = self._placed(text, anchor_of(slug), 2, view.url, here)
        return PrintedTalk(
            view=view,
            anchor=head_of(slug),
            pieces=tuple(self._pieces(slug, placed, here)),
            code=self.code(view.url),
            materials=tuple(map(self._material, view.materials)),
            state=self.state(slug),
        )

    def _material(self, view: MaterialView) -> PrintedMaterial:
        whole = view.url if view.host else f"{self.settings.site_url or '/'}{view.url}"
        code = qr_code(whole) if self.settings.site_url or view.host else ""
        return PrintedMaterial(view, whole, code)

    def asked(self, talk: str) -> list[QuestionView]:
        """Give the questions of a talk, in its own words."""
        worded = self.views.wordings.get(talk, {})
        keys = (question.id for question in self.library.asked(talk))
        return [worded.get(key) or self.views.questions[key] for key in keys]

    def question(self, asked: Asked, here: str) -> PrintedQuestion:
        """Give a question for a document at an address, as its talk asks it."""
        key = asked.key
        view = self.views.questions[key]
        prefix = prefix_of_question(key)

        def placed(text: Text) -> Text:
            return self._placed(text, prefix, asked.level + 1, view.url, here)

        answers = self.library.answers_by_question.get(key, ())
        return PrintedQuestion(
            view=view,
            anchor=asked.anchor,
            level=asked.level,
            title=asked.title,
            detail=asked.detail,
            synthesis=placed(self.texts.syntheses.get(key, Text())),
            outcome=self.views.syntheses.get(key),
            answers=tuple(self._answer(answer, prefix, placed) for answer in answers),
            code=self.question_code(view),
        )

    def edition(self, view: EditionView, here: str) -> Text:
        """Give the presentation of an edition for a document at an address."""
        text = self.texts.editions.get(view.slug, Text())
        return self._placed(text, f"{OWN}edition_", 2, view.url, here)

    def code(self, url: str) -> str:
        """Give the picture of the QR code of a page, or nothing if its address isn't known."""
        return qr_code(self.settings.site_url + url) if self.settings.site_url else ""

    def question_code(self, view: QuestionView) -> str:
        """Give the picture of the QR code of a question that waits for an answer."""
        return self.code(view.url) if view.status is Status.OPEN else ""

    def whole(self, link: str, here: str) -> str:
        """Give the whole address of a link in a document at an address, as paper tells it."""
        address = relocate(link, here, "", self.settings.site_url or "/")
        return _UNTOLD.sub("", address, count=1)

    def state(self, *talks: str, edition: str = "") -> datetime.date:
        """Give the day of the last change to talks, to their answers or to the conclusions.

        With an edition, what its own page says counts, too.

        What the history doesn't know was last changed on the day that its author wrote above it.
        """
        days: list[datetime.date | None] = [*map(self._day, talks)]
        if edition:
            days.append(self.days.get(self.library.editions[edition].path))
        today = self.settings.today
        return max((min(day, today) for day in days if day), default=today)

    def _day(self, talk: str) -> datetime.date:
        """Give the day of the last change to a talk, looked up once for all that shows it."""
        if talk not in self._days:
            days = (self.days.get(path, day) for path, day in self._written(talk))
            self._days[talk] = max(filter(None, days))
        return self._days[talk]

    def _written(self, slug: str) -> Iterator[tuple[str, datetime.date | None]]:
        library = self.library
        talk = library.talks[slug]
        noticed = (notice.date for notice in talk.meta.notice)
        yield talk.path, max([self.views.talks[slug].date, *noticed])
        for key in (question.id for question in library.asked(slug)):
            outcome = library.outcomes.get(key)
            if outcome:
                yield outcome.path, outcome.meta.date
            for answer in library.answers_by_question.get(key, ()):
                meta = library.answers[answer].meta
                noticed = (notice.date for notice in meta.notice)
                yield library.answers[answer].path, max([meta.updated or meta.date, *noticed])

    def _placed(self, text: Text, prefix: str, top: int, origin: str, here: str) -> Text:
        """Give a text of a page for a document: paper leads to whole addresses."""
        return rebase(
            text,
            prefix,
            top=top,
            link=lambda link: relocate(link, origin, here, self.settings.site_url),
            image=lambda image: relocate(image, origin, here),
        )

    def _pieces(self, talk: str, text: Text, here: str) -> Iterator[Text | PrintedQuestion]:
        """Give the stretches of a talk's text, with each question in its place."""
        shown = set()
        keys = [question.id for question in self.library.asked(talk)]
        for piece in cut_at_questions(text, keys):
            if isinstance(piece, Asked):
                shown.add(piece.key)
                yield self.question(piece, here)
            else:
                yield piece
        for view in self.asked(talk):
            # The renderer took it for something else; what was answered is printed all the same.
            if view.id not in shown:
                anchor = f"{prefix_of_question(view.id)}question_"
                asked = Asked(view.id, anchor, 3, read(escape(view.title)), Text())
                yield self.question(asked, here)

    def _answer(self, key: str, prefix: str, placed: Callable[[Text], Text]) -> PrintedAnswer:
        view, text = self.views.answers[key], placed(self.texts.answers[key])
        return PrintedAnswer(view, prefix + view.slug, text)


def _rows(text: str, letters: int) -> int:
    """Estimate the lines of a text, by the letters that one has room for."""
    return -(-len(text.strip()) // letters)
