"""The views of answers, each with what it says of others to the same question."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from mkdocs_forum.core.library.dialogue import Dialogue, dialogues
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.indexes import Link, MemberView
from mkdocs_forum.core.pages.naming.set_words import SetWords
from mkdocs_forum.core.pages.views import AnswerView, QuestionView, Relation
from mkdocs_forum.core.repository.forge import edit_url, history_url
from mkdocs_forum.core.words.language import N_, Language

RELATIONS: Final[Mapping[str, str]] = {
    "replies_to": N_("In reply to"),
    "differs_from": N_("In disagreement with"),
    "replies": N_("Replies"),
    "objections": N_("Other views"),
}
"""What each part of a dialogue is called, in the order in which pages show them."""


ANONYMOUS: Final = N_("Anonymous")
"""What stands in place of the name of an author who isn't named."""


class AnswerMaker:
    """Makes the views of answers."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self._library, self._settings = library, settings
        self._addresses, self._set = Addresses(settings), SetWords(settings)
        self._language = Language(settings.language)

    def view(
        self, key: str, question: QuestionView, author: MemberView | None, licence: str | None
    ) -> AnswerView:
        """Make the view of an answer.

        Arguments:
            key: Its identifier.
            question: What it answers.
            author: Who wrote it, if they are named.
            licence: The licence that is told of it.
        """
        answer = self._library.answers[key]
        return AnswerView(
            id=key,
            title=self._language.answer_by(author.name if author else None),
            slug=answer.slug,
            url=f"{question.url}#{answer.slug}",
            author=author,
            byline=self._byline(key),
            question=question,
            date=answer.meta.date,
            updated=answer.meta.updated,
            is_retained=answer.meta.retained,
            is_draft=answer.meta.draft,
            relations=tuple(self._relations(self._dialogues.get(key, Dialogue()), question)),
            notices=self._set.notices(answer.meta.notice),
            sources=tuple(self._set(source) for source in answer.meta.sources),
            lang=answer.meta.lang,
            licence=licence,
            edit_url=edit_url(answer.path, self._settings),
            history_url=history_url(answer.path, self._settings),
        )

    @cached_property
    def _dialogues(self) -> Mapping[str, Dialogue]:
        return dialogues(self._library)

    def _relations(self, dialogue: Dialogue, question: QuestionView) -> Iterator[Relation]:
        for part, name in RELATIONS.items():
            if keys := getattr(dialogue, part):
                links = tuple(self._links(keys, question))
                yield Relation(part, self._language.tell(name), links)

    def _links(self, keys: Iterable[str], question: QuestionView) -> Iterator[Link]:
        for key in keys:
            answer = self._library.answers[key]
            yield Link(self._byline(key), f"{question.url}#{answer.slug}")

    def _byline(self, key: str) -> str:
        member = self._library.answers[key].meta.member
        name = self._library.members[member].meta.name if member else None
        return self._set(name) if name else self._language.tell(ANONYMOUS)
