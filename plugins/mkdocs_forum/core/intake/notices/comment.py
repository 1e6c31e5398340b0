"""The comment on the forge that tells of texts, and mentions whom it reaches there."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from mkdocs_forum.core.checks.addresses.publication import Subject
from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.intake.code_spans import verbatim
from mkdocs_forum.core.intake.notices.recipients import Reason, find_notices
from mkdocs_forum.core.intake.notices.sentences import Wording
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.language import Language

MOST_MENTIONS = 30
"""Accounts that are mentioned for a text and a reason; the forge tells fifty people at the most."""


def comment(library: Library, news: Collection[Subject], settings: Settings) -> list[str]:
    """Tell of texts in Markdown: each that concerns somebody, and each to who proposed it.

    A forge tells whom a comment mentions, and who proposed the change below which it stands.

    Arguments:
        library: What is published.
        news: The talks and answers that are new in it.
        settings: The options.

    Returns:
        One sentence for each text and reason. What members wrote is no mention, link or picture.
    """
    wording = Wording(library, settings, verbatim, verbatim)
    accounts: defaultdict[tuple[Subject, Reason], list[str]] = defaultdict(list)
    for notice in find_notices(library, news):
        if account := library.members[notice.member].meta.account:
            accounts[notice.subject, notice.reason].append(f"@{account}")
    return [line for subject in news for line in _lines(subject, accounts, wording)]


def _lines(
    subject: Subject, accounts: Mapping[tuple[Subject, Reason], Sequence[str]], wording: Wording
) -> Iterator[str]:
    """Tell of a text to those whom it concerns, then to its author."""
    tell = Language(wording.settings.language).tell
    url = wording.url(subject)
    for reason in (*list(Reason)[1:], Reason.OWN):
        if mentioned := accounts.get((subject, reason)):
            words = wording.tell(subject, reason)
            sentence = say(
                "{accounts}: {words} {url}",
                accounts=" ".join(mentioned[:MOST_MENTIONS]),
                words=words[0].lower() + words[1:],
                url=url,
            )
            yield sentence.tell(tell)
        elif reason is Reason.OWN:
            yield f"{wording.tell(subject)} {url}"
