"""The page that says what became of the questions: figures by edition and topic, with charts."""

from collections.abc import Sequence
from typing import Final

from mkdocs_forum.core.library.asking.statistics import Figures, statistics
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.review.charts import Chart, bar_chart
from mkdocs_forum.core.pages.review.context import Review, Row, Table
from mkdocs_forum.core.pages.views import Views
from mkdocs_forum.core.words.language import N_, Language

TITLE: Final = N_("What became of the questions")
MOST_BARS: Final = 15
"""Bars of a chart; the table below it has all rows."""
PARTS: Final = {
    "synthesised": N_("With a synthesis"),
    "answered": N_("Answered"),
    "settled": N_("Closed or duplicate"),
    "waiting": N_("Without an answer"),
}
"""The parts of a bar, each with what it is called."""


def review_page(library: Library, settings: Settings, views: Views) -> VirtualPage:
    """Give the page."""
    tell = Language(settings.language).tell
    return VirtualPage(
        source=Addresses(settings).review(),
        kind="review",
        title=tell(TITLE),
        description=tell("Questions asked, answered and still waiting, by edition and by topic"),
        derive=lambda: _review(library, settings, views),
    )


def _review(library: Library, settings: Settings, views: Views) -> Review:
    found, tell = statistics(library, settings.today), Language(settings.language).tell
    editions = [
        (Link(_year(slug, library), views.editions[slug].url), figures)
        for slug, figures in found.editions.items()
    ]
    topics = [
        (Link(views.topics[key].name, views.topics[key].url), figures)
        for key, figures in found.topics.items()
    ]
    return Review(
        everything=_row(None, found.everything, views),
        tables=[
            Table(
                "editions",
                tell("By edition"),
                tell("Edition"),
                _chart(editions),
                [_row(link, figures, views) for link, figures in editions],
            ),
            Table(
                "topics",
                tell("By topic"),
                tell("Topic"),
                _chart(topics),
                [_row(link, figures, views) for link, figures in topics],
            ),
        ],
        parts={name: tell(text) for name, text in PARTS.items()},
    )


def _row(link: Link | None, figures: Figures, views: Views) -> Row:
    question = views.questions.get(figures.longest)
    longest = Link(question.title, question.url, question.talk.lang) if question else None
    return Row(link, figures, longest)


def _year(edition: str, library: Library) -> str:
    """Call an edition by its year, or as it is called where one year has several."""
    years = [entry.meta.date.year for entry in library.editions.values()]
    meta = library.editions[edition].meta
    return str(meta.date.year) if years.count(meta.date.year) == 1 else meta.title


def _chart(rows: Sequence[tuple[Link, Figures]]) -> Chart:
    shown = rows[:MOST_BARS]
    return bar_chart([(link.text, list(_parts(figures).items())) for link, figures in shown])


def _parts(figures: Figures) -> dict[str, int]:
    """Part the questions, each into one of `PARTS`."""
    others = figures.synthesised + figures.open_answered + figures.waiting
    return {
        "synthesised": figures.synthesised,
        "answered": figures.open_answered,
        "settled": figures.asked - others,
        "waiting": figures.waiting,
    }
