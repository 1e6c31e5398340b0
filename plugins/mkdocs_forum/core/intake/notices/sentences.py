"""The words by which somebody is told of a text, and where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from mkdocs_forum.core.checks.addresses.publication import Subject
from mkdocs_forum.core.faults.diagnostic import brief, say
from mkdocs_forum.core.intake.notices.recipients import Reason
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.language import N_, Language

LONGEST: Final = 100
"""Characters of a title or a question at the most: lines of mails have at most 998 bytes."""

_SENTENCES: Final[Mapping[str, Mapping[Reason | None, str]]] = {
    "answers": {
        Reason.OWN: N_("Your answer to the question {question} is published:"),
        Reason.ASKED: N_("{author} answered the question {question} of your talk:"),
        Reason.DISCUSSED: N_("{author} answered the question {question}, as you did:"),
        Reason.FOLLOWED: N_("{author} answered the question {question}:"),
        None: N_("The answer of {author} to the question {question} is published:"),
    },
    "talks": {
        Reason.OWN: N_("Your talk {title} is published:"),
        Reason.FOLLOWED: N_("The talk {title} is published:"),
        None: N_("The talk {title} is published:"),
    },
}
"""What is told of each kind of text for each reason, and to nobody in particular."""


@dataclass(frozen=True)
class Wording:
    """How a forum tells of its texts."""

    library: Library
    settings: Settings
    name: Callable[[str], str]
    """Sets somebody's name off from the sentence."""
    title: Callable[[str], str]
    """Sets a title or a question off from the sentence."""

    def tell(self, subject: Subject, reason: Reason | None = None) -> str:
        """Tell of a text in a sentence that ends with a colon.

        Arguments:
            subject: The text.
            reason: Why it is told, or nothing where it is told to nobody in particular.
        """
        kind, key = subject
        sentence = _SENTENCES[kind][reason]
        values = self._of_talk(key) if kind == "talks" else self._of_answer(key)
        return say(sentence, **values).tell(Language(self.settings.language).tell)

    def url(self, subject: Subject) -> str:
        """Give the whole address of a text."""
        kind, key = subject
        addresses = Addresses(self.settings)
        if kind == "talks":
            return self.settings.site_url + addresses.url(addresses.entry(kind, key))
        answer = self.library.answers[key]
        page = addresses.url(addresses.entry("questions", answer.meta.question))
        return f"{self.settings.site_url}{page}#{answer.slug}"

    def _of_talk(self, key: str) -> dict[str, str]:
        return {"title": self.title(brief(self.library.talks[key].meta.title, LONGEST))}

    def _of_answer(self, key: str) -> dict[str, str]:
        answer = self.library.answers[key].meta
        member = self.library.members.get(answer.author)
        name = member.meta.name if member else answer.author
        if answer.member is None:
            name = Language(self.settings.language).tell("somebody who isn't named")
        asked = self.library.questions[answer.question].title
        return {
            "author": self.name(brief(name, LONGEST)),
            "question": self.title(brief(asked, LONGEST)),
        }
