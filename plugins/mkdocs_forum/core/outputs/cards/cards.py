"""The cards of a forum: one for each talk and each question."""

from collections.abc import Iterator, Mapping

from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.cards.draw import Card
from mkdocs_forum.core.pages.views import TalkView, Views
from mkdocs_forum.core.words.language import Language

Cards = Mapping[tuple[str, str], Card]
"""Cards by the kind of what they show, `talks` or `questions`, and its identifier."""


def cards_of(views: Views, settings: Settings) -> Cards:
    """Give the cards of all talks and questions whose letters the font has."""
    return {key: card for key, card in _cards(views, settings) if card.is_writable}


def card_path(kind: str, key: str, settings: Settings) -> str:
    """Give the path of a card below the root of the site."""
    return Addresses(settings).beside(kind, key, f"{key.rpartition('/')[2]}.png")


def _cards(views: Views, settings: Settings) -> Iterator[tuple[tuple[str, str], Card]]:
    tell, site_name = Language(settings.language).tell, settings.site_name
    for slug, talk in views.talks.items():
        above = f"{site_name} · {talk.session.text}" if talk.session else site_name
        yield ("talks", slug), Card(above, talk.title, _below(talk))
    for key, question in views.questions.items():
        above = f"{site_name} · {tell('Question')}"
        yield ("questions", key), Card(above, question.title, _below(question.talk))


def _below(talk: TalkView) -> str:
    names = ", ".join(member.name for member in talk.speakers)
    return f"{names} · {talk.edition.title}"
