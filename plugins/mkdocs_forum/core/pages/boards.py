"""Boards: the questions of a forum by where they stand, and the ways to choose among them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from mkdocs_forum.core.model.addresses import BOARDS, Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.listing import Tab
from mkdocs_forum.core.pages.views import QuestionView
from mkdocs_forum.core.words.language import N_, Language

BOARD_NAMES: Final = {
    "open": N_("Without an answer"),
    "unsettled": N_("Unsettled"),
    "answered": N_("Answered"),
    "synthesised": N_("With a synthesis"),
    "closed": N_("No longer asked"),
    "duplicate": N_("Duplicates"),
}
"""How each board of questions is called."""
PROMISED: Final = N_("Promised")
"""How the board of promises is called beside the others."""
TOPICS: Final = 12
"""Topics that a board offers to choose from, those first that most of its questions are about."""
QUESTIONS_ANCHOR: Final = "forum_questions"
"""Where the page of an edition or a topic lists its questions."""

Boards = Mapping[str, Sequence[QuestionView]]


def sort_boards(questions: Mapping[str, QuestionView]) -> Boards:
    """Give the questions of each board, those first that wait longest."""
    oldest_first = sorted(questions.values(), key=lambda question: question.talk.date)
    return {
        name: [question for question in oldest_first if _is_on(question, name)] for name in BOARDS
    }


def board(
    name: str | None, questions: Sequence[QuestionView], boards: Boards, settings: Settings
) -> contexts.Board:
    """Give what a board shows.

    Arguments:
        name: Its name, or nothing for that of all questions.
        questions: Its questions.
        boards: All boards, which it leads to.
        settings: The options.
    """
    addresses = Addresses(settings)
    return contexts.Board(
        board=name,
        tabs=board_tabs(name, boards, settings),
        questions=questions,
        editions=_editions(questions),
        topics=_topics(questions),
        review_url=addresses.url(addresses.review()),
    )


def board_tabs(current: str | None, boards: Boards, settings: Settings) -> list[Tab]:
    """Give the ways to the boards; one that is empty is left out.

    Arguments:
        current: Name of the one that is shown, `promises`, or nothing for all questions.
        boards: All boards.
        settings: The options.
    """
    addresses, tell = Addresses(settings), Language(settings.language).tell
    section = addresses.url(addresses.section("questions"))
    questions = {question.id: question for found in boards.values() for question in found}
    tabs = [Tab(tell("All"), section, len(questions), is_current=current is None)]
    for name, found in boards.items():
        if found or name in {current, "open"}:
            url = addresses.url(addresses.board(name))
            tabs.append(Tab(tell(BOARD_NAMES[name]), url, len(found), is_current=name == current))
    awaited = sum(len(question.awaited) for question in questions.values())
    if awaited or current == "promises":
        url = addresses.url(addresses.promises())
        tabs.append(Tab(tell(PROMISED), url, awaited, is_current=current == "promises"))
    return tabs


def _is_on(question: QuestionView, name: str) -> bool:
    return question.is_unsettled if name == "unsettled" else question.status == name


def _editions(questions: Sequence[QuestionView]) -> list[Tab]:
    """Give the editions of questions, the newest first, if there are several."""
    counts = Counter(question.talk.edition.slug for question in questions)
    editions = {question.talk.edition.slug: question.talk.edition for question in questions}
    newest_first = sorted(editions.values(), key=lambda edition: edition.date, reverse=True)
    return [
        Tab(f"{edition.date.year}", edition.url, counts[edition.slug])
        for edition in newest_first
        if len(editions) > 1
    ]


def _topics(questions: Sequence[QuestionView]) -> list[Tab]:
    """Give the topics that most questions are about, by name, if there are several."""
    counts = Counter((topic.text, topic.url) for each in questions for topic in each.topics)
    most = sorted(counts.most_common(TOPICS)) if len(counts) > 1 else []
    return [Tab(text, url, count) for (text, url), count in most]
