"""What is printed of a board, a topic or a member: their talks and questions, as a list.

The texts themselves stand in the documents of the talks: a script brings them, so that no text is
published once more for each list that it is on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.pages.contexts import Board, Member, Topic
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.views import AnswerView, QuestionView, TalkView
from mkdocs_forum.core.printing.identifiers import anchor_of, prefix_of_question

_WITH_CARDS = ("open", "unsettled")
"""Boards whose open questions are offered as cards."""


@dataclass(frozen=True)
class ListedTalk:
    """A talk on a list."""

    view: TalkView

    @property
    def url(self) -> str:
        """Address of the document that holds its text."""
        return self.view.print_url


@dataclass(frozen=True)
class ListedQuestion:
    """A question on a list."""

    view: QuestionView
    answers: tuple[str, ...] = ()
    """Identifiers of the answers that are wanted; nothing for all of them."""

    @property
    def url(self) -> str:
        """Address of the document that holds it, and what was written about it."""
        return self.view.talk.print_url

    @property
    def anchor(self) -> str:
        """Its place there."""
        return place_of(self.view)


@dataclass(frozen=True)
class Collection:
    """A list that is printed."""

    title: str
    url: str
    """Address of the page that it is made of."""
    source: str
    """Source path of the document."""
    talks: tuple[ListedTalk, ...]
    questions: tuple[ListedQuestion, ...]
    has_cards: bool
    """Whether its open questions are offered as cards."""

    @property
    def slugs(self) -> list[str]:
        """The talks that it is about, each once."""
        asking = [listed.view.talk.slug for listed in self.questions]
        return list(dict.fromkeys([*(listed.view.slug for listed in self.talks), *asking]))


def place_of(question: QuestionView) -> str:
    """Give the identifier of a question in the document of its talk."""
    return anchor_of(question.talk.slug) + question.slug


def collection_of(page: VirtualPage, addresses: Addresses) -> Collection | None:
    """Give what is printed of a page; nothing where it is no such list, or an empty one."""
    context = page.context
    if not isinstance(context, Board | Topic | Member):
        return None
    talks = () if isinstance(context, Board) else context.talks
    questions = (
        tuple(_answered(context.answers))
        if isinstance(context, Member)
        else tuple(map(ListedQuestion, context.questions))
    )
    if not talks and not questions:
        return None
    is_wanted = isinstance(context, Topic) or (
        isinstance(context, Board) and context.board in _WITH_CARDS
    )
    return Collection(
        title=page.title or "",
        url=addresses.url(page.source),
        source=addresses.printed(page.source),
        talks=tuple(map(ListedTalk, talks)),
        questions=questions,
        has_cards=is_wanted and any(each.view.status == "open" for each in questions),
    )


def _answered(answers: Sequence[AnswerView]) -> Iterator[ListedQuestion]:
    """Give the questions of answers, each once with those of them that are about it."""
    found: dict[str, list[AnswerView]] = {}
    for answer in answers:
        found.setdefault(answer.question.id, []).append(answer)
    for key, own in found.items():
        anchors = tuple(prefix_of_question(key) + answer.slug for answer in own)
        yield ListedQuestion(own[0].question, anchors)
