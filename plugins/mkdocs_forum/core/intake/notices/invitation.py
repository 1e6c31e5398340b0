"""Drafts of mails that ask members to answer a question; what says that they were asked."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from mkdocs_forum.core.faults.diagnostic import Message, brief, say
from mkdocs_forum.core.forms.write import write_file
from mkdocs_forum.core.intake.drafts import draft
from mkdocs_forum.core.intake.notices.letters import consent_words, reachable, unsubscribe
from mkdocs_forum.core.intake.notices.sentences import LONGEST
from mkdocs_forum.core.library.asking.answerers import Answerer, Answerers
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.kinds import Member
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.typography.rules import typeset


def invited(question: str, library: Library, most: int) -> list[Answerer]:
    """Give the members whom a mail may ask, the likeliest first.

    Whoever wants to be told of nothing, or can't be reached by mail, isn't among them.
    """
    found = (
        each
        for each in Answerers(library).to_tell(question)
        if reachable(library.members[each.member].meta)
    )
    return list(islice(found, most))


@dataclass(frozen=True)
class Inviter:
    """Writes the mails about one question."""

    question: str
    library: Library
    settings: Settings
    by: datetime.date | None = None
    """Day by which an answer would help, if there is one."""

    def letter(self, member: Entry[Member], reason: Answerer | None = None) -> bytes:
        """Write the draft of a mail.

        Arguments:
            member: Whom it is for; see `reachable`.
            reason: Why it is them, where the forum proposes them.
        """
        subject = self._tell(
            say("{forum}: a question for you", forum=self.settings.site_name or self._title)
        )
        paragraphs = [
            self._tell(say("Hello,")),
            *self._paragraphs(reason),
            *consent_words(member, self.settings),
        ]
        to = (member.meta.name, reachable(member.meta) or "")
        return draft(to, subject, paragraphs, self.settings, unsubscribe(self.settings))

    def _tell(self, message: Message) -> str:
        return message.tell(Language(self.settings.language).tell)

    @property
    def _title(self) -> str:
        talk = self.library.talks[self.library.questions[self.question].talk]
        title = brief(self.library.questions[self.question].title, LONGEST)
        return typeset(title, self.settings.typeset_in(talk.meta.lang))

    def _paragraphs(self, reason: Answerer | None) -> Iterator[str]:
        page, form = self._urls()
        asked = self._tell(say("{names} asked in the forum:", names=self._askers()))
        yield f"{asked}\n{self._title}\n{page}"
        if self.library.answers_by_question.get(self.question):
            yield self._tell(say("There are answers already; yours may differ."))
        else:
            yield self._tell(say("Nobody has answered yet, and you may know something about it."))
        if reason:
            yield self._tell(_because(reason, self._topics()))
        few = self._tell(say("A few lines of your own experience are enough. You write them here:"))
        yield f"{few}\n{form}"
        if self.by:
            day = Language(self.settings.language).date(self.by)
            yield self._tell(say("An answer by {day} would help.", day=day))
        yield self._tell(
            say("If you need more time, just say by when: the page of the question will tell it.")
        )

    def _topics(self) -> str:
        keys = self.library.topics_of(self.question)
        return ", ".join(self.library.topics[key].name for key in keys)

    def _askers(self) -> str:
        speakers = self.library.talks[self.library.questions[self.question].talk].meta.speakers
        members = self.library.members
        return ", ".join(members[slug].meta.name for slug in speakers if slug in members)

    def _urls(self) -> tuple[str, str]:
        addresses, root = Addresses(self.settings), self.settings.site_url
        page = addresses.url(addresses.entry("questions", self.question))
        return f"{root}{page}", f"{root}{addresses.form('answer', self.question)}"


def _because(reason: Answerer, topics: str) -> Message:
    """Say why it is this member who is asked."""
    if reason.is_willing:
        return say("We ask you because you are glad to be asked about: {topics}.", topics=topics)
    if reason.answer_count:
        return say("We ask you because you have answered about: {topics}.", topics=topics)
    return say("We ask you because you know about: {topics}.", topics=topics)


def with_asked(question: str, members: Iterable[str], library: Library, day: datetime.date) -> str:
    """Give the file of a question that says, too, who was asked for an answer on a day."""
    outcome = library.outcomes.get(question)
    values = outcome.meta.model_dump(exclude_defaults=True) if outcome else {}
    before = outcome.meta.asked_of if outcome else {}
    values["asked_of"] = {**before, **dict.fromkeys(members, day)}
    extra = outcome.extra if outcome else {}
    return write_file({**values, **extra}, outcome.body if outcome else "")
