"""The ways on from a talk or a question: what is like it, and what leads to it."""

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from mkdocs_forum.core.library.dialogue import named
from mkdocs_forum.core.library.keeping import Keep, make_anew
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.mentions import Mention, Place, mentions
from mkdocs_forum.core.library.related import related
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.finding.views import Cited
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.views import QuestionView, TalkView, Views
from mkdocs_forum.core.words.stems import stems_of

RELATED: Final = 5
"""Related questions shown at the most."""
RELATED_TALKS: Final = 3
"""Related talks shown at the most."""
_Said = tuple[str, str, str | None, Sequence[str]]
"""Something that may be like others: its name, what it says, in which language, its topics."""


class WayOn:
    """Knows the ways on from all talks and questions; each kind is found out once."""

    def __init__(
        self, library: Library, views: Views, settings: Settings, keep: Keep = make_anew
    ) -> None:
        self._library, self._views, self._settings = library, views, settings
        self._keep = keep

    def talks(self, slug: str) -> list[TalkView]:
        """Give the talks that are most like one."""
        return [self._views.talks[other] for other in self._talks[slug]]

    def questions(self, key: str) -> list[QuestionView]:
        """Give some other questions of a talk, and those that are most like one."""
        siblings = self._library.questions_by_talk[self._library.questions[key].talk]
        others = [other for other in siblings if other != key]
        found = dict.fromkeys([*others[: RELATED // 2], *self._questions[key], *others])
        return [self._views.questions[other] for other in list(found)[:RELATED]]

    def to_talk(self, slug: str) -> list[Cited]:
        """Give the texts that lead to a talk."""
        return list(map(self._cited, self._mentions.get(("talks", slug), ())))

    def to_question(self, key: str) -> list[Cited]:
        """Give the texts that lead to a question or to one of its answers."""
        found = self._mentions.get(("questions", key), ())
        return [self._cited(mention) for mention in found if not self._is_told(mention)]

    def _is_told(self, mention: Mention) -> bool:
        """Whether an answer says by its keys how it speaks of another: the page shows that."""
        (kind, source), (_, target) = mention.source, mention.target
        return kind == "answers" and target in {key for *_, key in named(source, self._library)}

    @cached_property
    def _talks(self) -> dict[str, list[str]]:
        library = self._library
        key_of = library.topic_pages.key
        said = [
            (
                slug,
                "\n".join(self._words_of_talk(slug)),
                talk.meta.lang,
                sorted(set(map(key_of, talk.meta.topics))),
            )
            for slug, talk in library.talks.items()
            if slug not in library.originals
        ]
        return self._related(said, RELATED_TALKS)

    @cached_property
    def _questions(self) -> dict[str, list[str]]:
        library = self._library
        said = [
            (
                key,
                question.title,
                library.talks[question.talk].meta.lang,
                sorted(set(library.topics_of(key))),
            )
            for key, question in library.questions.items()
        ]
        return self._related(said, RELATED)

    def _related(self, said: Sequence[_Said], most: int) -> dict[str, list[str]]:
        language = self._settings.language

        def make() -> str:
            words = {key: _words(text, lang or language) for key, text, lang, _ in said}
            topics = {key: found for key, _, _, found in said}
            return json.dumps(related(words, topics, most))

        found: dict[str, list[str]] = json.loads(
            self._keep("related", (language, said, most), make)
        )
        return found

    @cached_property
    def _mentions(self) -> dict[Place, tuple[Mention, ...]]:
        return dict(mentions(self._library, self._settings))

    def _words_of_talk(self, slug: str) -> Iterator[str]:
        meta = self._library.talks[slug].meta
        yield from (meta.title, meta.summary or "")
        yield from (question.title for question in self._library.asked(slug))

    def _cited(self, mention: Mention) -> Cited:
        kind, key = mention.target
        source_kind, source = mention.source
        answers = self._views.answers
        target = Link(answers[key].title, answers[key].url) if kind == "answers" else None
        is_reply = source_kind == "answers" == kind and _question(source) == _question(key)
        link = self._source(source_kind, source)
        if is_reply:
            link = Link(answers[source].title, link.url)
        return Cited(link, target, is_reply)

    def _source(self, kind: str, key: str) -> Link:
        views = self._views
        if kind == "talks":
            return Link(views.talks[key].title, views.talks[key].url, views.talks[key].lang)
        if kind == "answers":
            answer = views.answers[key]
            return Link(f"{answer.title} · {answer.question.title}", answer.url)
        question = views.questions[key]
        return Link(f"{views.syntheses[key].title} · {question.title}", question.url)


def _words(text: str, lang: str) -> frozenset[str]:
    return frozenset(stem for _, stem in stems_of(lang).counted(text))


def _question(answer: str) -> str:
    return answer.rpartition("/")[0]
