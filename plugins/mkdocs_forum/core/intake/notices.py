"""Notices: who is told that an answer came in, and in which words."""

from collections.abc import Collection, Iterator

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings


def notices(
    library: Library, paths: Collection[str], settings: Settings, site_url: str
) -> Iterator[Message]:
    """Tell speakers of answers to the questions of their talks.

    A forge tells whom a comment mentions. Nobody is mentioned who gave no account, nor who
    answered a question of their own; nothing is told of a draft.

    Arguments:
        library: The forum.
        paths: Files of the answers, below the docs folder.
        settings: The options.
        site_url: Whole address of the site's root, or nothing if it isn't known.

    Returns:
        One sentence of Markdown for each answer that concerns somebody, in the order of the talks.
    """
    addresses = Addresses(settings)
    for key, question in library.questions.items():
        for slug in library.answers_by_question.get(key, ()):
            answer = library.answers[slug]
            author = library.members.get(answer.meta.author)
            accounts = [
                f"@{account}"
                for speaker in library.talks[question.talk].meta.speakers
                if speaker != answer.meta.author and (account := _account(library, speaker))
            ]
            if author and accounts and answer.path in paths and not answer.meta.draft:
                page = addresses.url(addresses.entry("questions", key))
                yield say(
                    "{accounts}: {author} answered the question {question} of your talk. {url}",
                    accounts=" ".join(accounts),
                    author=_verbatim(author.meta.name),
                    question=_verbatim(question.title),
                    url=f"{site_url}{page}#{answer.slug}",
                )


def _account(library: Library, member: str) -> str | None:
    found = library.members.get(member)
    return found.meta.account if found else None


def _verbatim(text: str) -> str:
    """Write a member's words so that a forge finds no mention, link or picture in them."""
    return f"`{' '.join(text.replace('`', '’').split())}`"
