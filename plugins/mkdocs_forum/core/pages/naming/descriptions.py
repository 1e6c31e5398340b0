"""What search engines may show of a page."""

from typing import Final

from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.indexes import MemberView
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.words.language import N_, Language

_LISTINGS: Final = {
    contexts.Talks: N_("All talks of the forum, by edition"),
    contexts.Board: N_("The questions that talks left open, and where each stands"),
    contexts.Editions: N_("All editions of the forum, with their programmes"),
    contexts.Directory: N_("The members of the forum by what joins them: their trade, their town"),
    contexts.Members: N_("The members of the forum, with their talks and answers"),
    contexts.Topics: N_("All topics of the forum's talks and questions"),
    contexts.Sessions: N_("The kinds of session of the forum, with their talks"),
    contexts.Contribute: N_("How to answer a question or propose a talk"),
    contexts.Correct: N_("Correct a text, report something or withdraw a text, without an account"),
    contexts.Form: N_("A form that writes the file for you and sends it"),
}
"""What each listing holds."""


def describe(page: VirtualPage, language: Language) -> str | None:
    """Say in a sentence what a page shows, if nobody described it."""
    if page.description:
        return page.description
    match page.context:
        case contexts.Talk(talk=talk):
            told = N_("A talk by %(names)s, %(edition)s")
            values = {"names": _names(talk.speakers), "edition": talk.edition.title}
        case contexts.Transcript(talk=talk):
            told, values = N_("What was said in the talk “%(talk)s”"), {"talk": talk.title}
        case contexts.Question(question=question):
            told = N_(
                "A question by %(names)s, in the talk “%(talk)s”: the answers and where it stands"
            )
            values = {"names": _names(question.talk.speakers), "talk": question.talk.title}
        case contexts.Edition(edition=edition):
            told = N_("Programme and proceedings of “%(edition)s”, %(days)s")
            days = language.dates(edition.date, edition.meta.end_date)
            values = {"edition": edition.title, "days": days}
        case contexts.Member(member=member):
            told, values = N_("The talks and answers of %(name)s"), {"name": member.name}
        case contexts.Topic(topic=topic):
            told, values = (
                N_("Talks, questions and members about “%(topic)s”"),
                {"topic": topic.name},
            )
        case contexts.Session(session=session):
            told, values = N_("All talks of “%(session)s”"), {"session": session.name}
        case _:
            found = _LISTINGS.get(type(page.context))
            return language.tell(found) if found else None
    return language.tell(told) % values


def _names(members: tuple[MemberView, ...]) -> str:
    return ", ".join(member.name for member in members)
