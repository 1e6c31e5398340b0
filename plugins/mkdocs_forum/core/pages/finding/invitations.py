"""Who could answer a question: members who said so, and those who know its topics."""

from collections import Counter, defaultdict
from functools import cached_property
from typing import Final

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import mailto
from mkdocs_forum.core.model.kinds import Status
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.finding.views import Invitation, Invited
from mkdocs_forum.core.pages.views import QuestionView, Views
from mkdocs_forum.core.words.language import N_, Language

MOST: Final = 5
"""Members who are proposed at the most."""
WILLING, ANSWERED, WORKS = 5, 2, 1
"""What it counts that a member said so, has answered on a topic, works on it."""
MOST_ANSWERS: Final = 2
"""Answers on its topics that count, so that those who wrote most aren't asked for all."""

_TEXT: Final = N_(
    "A question of the forum waits for an answer, and you may know one: “%(question)s” %(url)s "
    "A few lines of your own experience are enough."
)


class Invitations:
    """Finds out whom to ask."""

    def __init__(self, library: Library, views: Views, settings: Settings) -> None:
        self._library, self._views, self._settings = library, views, settings
        self._language = Language(settings.language)
        self._order = {slug: place for place, slug in enumerate(library.members)}

    def to(self, question: QuestionView) -> Invitation | None:
        """Give those who could answer a question that nobody has answered; nothing without any."""
        if question.status is not Status.OPEN:
            return None
        members = self._members(question)
        return Invitation(members, self._text(question)) if members else None

    def _members(self, question: QuestionView) -> tuple[Invited, ...]:
        scores: Counter[str] = Counter()
        answers: Counter[str] = Counter()
        willing: set[str] = set()
        for topic in self._library.topics_of(question.id):
            willing.update(self._willing[topic])
            answers.update(self._answers[topic])
            scores.update(dict.fromkeys(self._library.members_by_topic.get(topic, ()), WORKS))
            scores.update(dict.fromkeys(self._willing[topic], WILLING))
        for slug, count in answers.items():
            scores[slug] += ANSWERED * min(count, MOST_ANSWERS)
        asked_by = {member.slug for member in question.talk.speakers}
        best = sorted(
            scores.keys() - asked_by,
            key=lambda slug: (-scores[slug], -answers[slug], self._order[slug]),
        )
        return tuple(
            Invited(
                self._views.members[slug],
                slug in willing,
                answers[slug],
                self._mail_url(self._views.members[slug].email, question),
            )
            for slug in best[:MOST]
        )

    def _text(self, question: QuestionView) -> str:
        address = f"{self._settings.site_url}{question.url}"
        return self._language.tell(_TEXT) % {"question": question.title, "url": address}

    def _mail_url(self, email: str | None, question: QuestionView) -> str | None:
        if not email:
            return None
        return mailto(email, subject=question.title, body=self._text(question))

    @cached_property
    def _willing(self) -> defaultdict[str, list[str]]:
        """Who said so, by topic."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        key_of = self._library.topic_pages.key
        for slug, member in self._library.members.items():
            for topic in dict.fromkeys(map(key_of, member.meta.answers_on)):
                found[topic].append(slug)
        return found

    @cached_property
    def _answers(self) -> defaultdict[str, Counter[str]]:
        """How many answers each member wrote on each topic."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for answer in self._library.answers.values():
            for topic in self._library.topics_of(answer.meta.question):
                if member := answer.meta.member:
                    found[topic][member] += 1
        return found
