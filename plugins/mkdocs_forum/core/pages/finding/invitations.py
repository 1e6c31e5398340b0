"""Who could answer a question, and the words that ask them."""

from typing import Final

from mkdocs_forum.core.library.asking.answerers import Answerer, Answerers
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import mailto
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.finding.views import Invitation, Invited
from mkdocs_forum.core.pages.indexes import MemberView
from mkdocs_forum.core.pages.views import QuestionView, Views
from mkdocs_forum.core.words.language import N_, Language

MOST: Final = 5
"""Members who are proposed at the most."""
MOST_IN_LISTS: Final = 3
"""Members who are proposed at the most where several questions stand below each other."""

_TEXT: Final = N_(
    "A question of the forum waits for an answer, and you may know one: “%(question)s” %(url)s "
    "A few lines of your own experience are enough."
)


class Invitations:
    """Finds out whom to ask."""

    def __init__(self, library: Library, views: Views, settings: Settings) -> None:
        self._views, self._settings = views, settings
        self._language = Language(settings.language)
        self._answerers = Answerers(library)

    def to(self, question: QuestionView) -> Invitation | None:
        """Give those who could answer a question that nobody has answered; nothing without any."""
        if question.status is not Status.OPEN:
            return None
        found = self._answerers.of(question.id)[:MOST]
        members = tuple(self._invited(each, question) for each in found)
        return Invitation(members, self._text(question)) if members else None

    def names(self, question: QuestionView) -> tuple[MemberView, ...]:
        """Give the members alone, as a list of questions names them."""
        found = self._answerers.of(question.id)[:MOST_IN_LISTS]
        return tuple(self._views.members[each.member] for each in found)

    def _invited(self, found: Answerer, question: QuestionView) -> Invited:
        member = self._views.members[found.member]
        mail_url = self._mail_url(member.email, question)
        return Invited(member, found.is_willing, found.answer_count, mail_url)

    def _text(self, question: QuestionView) -> str:
        address = f"{self._settings.site_url}{question.url}"
        return self._language.tell(_TEXT) % {"question": question.title, "url": address}

    def _mail_url(self, email: str | None, question: QuestionView) -> str | None:
        if not email:
            return None
        return mailto(email, subject=question.title, body=self._text(question))
