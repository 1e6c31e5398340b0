"""Who could answer a question: members who said so, and those who know its topics."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mkdocs_forum.core.library.asking.promises import answered_by
from mkdocs_forum.core.library.library import Library

WILLING, ANSWERED, SPEAKS, WORKS = 5, 2, 1, 1
"""What it counts that a member said so, has answered, spoken or works on a topic."""
MOST_ANSWERS: Final = 2
"""Answers on its topics that count, so that those who wrote most aren't asked for all."""


@dataclass(frozen=True)
class Answerer:
    """A member who could answer a question."""

    member: str
    is_willing: bool
    """Whether the member said so."""
    answer_count: int
    """How many answers of theirs are about one of its topics."""


class Answerers:
    """Finds out who could answer."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._order = {slug: place for place, slug in enumerate(library.members)}
        self._found: dict[tuple[str, ...], list[Answerer]] = {}

    def of(self, question: str) -> list[Answerer]:
        """Give those who could answer a question, the likeliest first.

        Left out is who asked it, answered it, was asked already or promised an answer.
        """
        spared = self._spared(question)
        topics = self._library.topics_of(question)
        # The questions of a talk share its topics.
        if topics not in self._found:
            self._found[topics] = self._knowing(topics)
        return [each for each in self._found[topics] if each.member not in spared]

    def to_tell(self, question: str) -> Iterator[Answerer]:
        """Give them without those who want to be told of nothing."""
        members = self._library.members
        found = self.of(question)
        return (each for each in found if members[each.member].meta.told_of != "nothing")

    def _knowing(self, topics: tuple[str, ...]) -> list[Answerer]:
        """Give the members who know some topics, the likeliest first."""
        library = self._library
        scores: Counter[str] = Counter()
        answers: Counter[str] = Counter()
        willing: set[str] = set()
        for topic in topics:
            willing.update(self._willing[topic])
            answers.update(self._answers[topic])
            scores.update(dict.fromkeys(library.members_by_topic.get(topic, ()), WORKS))
            scores.update(dict.fromkeys(self._speakers[topic], SPEAKS))
            scores.update(dict.fromkeys(self._willing[topic], WILLING))
        for slug, count in answers.items():
            scores[slug] += ANSWERED * min(count, MOST_ANSWERS)
        found = scores.keys() & library.members.keys()
        best = sorted(found, key=lambda slug: (-scores[slug], -answers[slug], self._order[slug]))
        return [Answerer(slug, slug in willing, answers[slug]) for slug in best]

    def _spared(self, question: str) -> set[str]:
        library = self._library
        spared = set(library.talks[library.questions[question].talk].meta.speakers)
        spared.update(answered_by(question, library))
        if outcome := library.outcomes.get(question):
            spared.update(outcome.meta.asked_of, outcome.meta.promised_by)
        return spared

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
    def _speakers(self) -> defaultdict[str, set[str]]:
        """Who gave a talk, by topic."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for topic, talks in self._library.talks_by_topic.items():
            for talk in talks:
                found[topic].update(self._library.talks[talk].meta.speakers)
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
