"""Questions as cards to cut out: eight fill a sheet."""

from collections.abc import Iterable

from markupsafe import Markup

from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.pages.views import QuestionView
from mkdocs_forum.core.printing.talk import Printer

_HEIGHTS = {"a4": 74.2, "letter": 69.8}
"""Millimetres of a quarter of each size of paper."""


def cards_of(printer: Printer, questions: Iterable[QuestionView]) -> list[tuple[QuestionView, str]]:
    """Give those of some questions that have no answer, each with the picture of its code."""
    waiting = (question for question in questions if question.status is Status.OPEN)
    return [(question, printer.question_code(question)) for question in waiting]


def card_rules(size: str) -> Markup:
    """Give the rules for sheets of cards of a size."""
    return Markup(f"@page cards{{size:{size}}}:root{{--print-card:{_HEIGHTS[size]}mm}}")
