"""Drafts of mails: each tells one member of all that is new to them, and how to be told no more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.intake.drafts import draft, mail_address
from mkdocs_forum.core.intake.notices.recipients import Notice, Reason
from mkdocs_forum.core.intake.notices.sentences import Wording
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.kinds import Member
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.repository.forge import edit_url
from mkdocs_forum.core.words.language import Language


def in_mails(library: Library, settings: Settings) -> Wording:
    """Give the wording of mails: names as they are, titles between the quotes of the language."""
    typography = Language(settings.language).conventions.typography
    before, after = typography.quotes[0] if typography else ('"', '"')
    return Wording(library, settings, str, lambda title: f"{before}{title}{after}")


def by_member(found: Iterable[Notice]) -> Mapping[str, Sequence[Notice]]:
    """Give all that each member is to be told, the nearest to them first."""
    gathered: dict[str, list[Notice]] = {}
    for notice in found:
        gathered.setdefault(notice.member, []).append(notice)
    order = list(Reason)
    return {
        member: sorted(notices, key=lambda notice: order.index(notice.reason))
        for member, notices in gathered.items()
    }


def reachable(member: Member) -> str | None:
    """Give the address to which a mail may go: one that its owner agreed to publish."""
    address = next(iter(member.published("email")), None)
    return mail_address(address) if address else None


def letter(
    member: Entry[Member], notices: Sequence[Notice], wording: Wording, site_name: str
) -> bytes:
    """Write the draft of a mail, for a mail program to open and to send.

    Arguments:
        member: Whom it is for; see `reachable`.
        notices: What the member is told, one at least.
        wording: How.
        site_name: Name of the forum.
    """
    settings = wording.settings
    tell = Language(settings.language).tell
    told = [
        f"{wording.tell(each.subject, each.reason)}\n{wording.url(each.subject)}"
        for each in notices
    ]
    paragraphs = [tell("Hello,"), *told, *consent_words(member, settings)]
    to = (member.meta.name, reachable(member.meta) or "")
    subject_line = _subject(notices, site_name).tell(tell)
    return draft(to, subject_line, paragraphs, settings, unsubscribe(settings))


def unsubscribe(settings: Settings) -> dict[str, str]:
    """Give the head of a mail by which its reader gets no other."""
    sender = mail_address(settings.email)
    if not sender:
        return {}
    # https://www.rfc-editor.org/rfc/rfc2369#section-3.2
    subject = quote(Language(settings.language).tell("No more mails from the forum"))
    address = f"<mailto:{quote(sender, safe='@')}?subject={subject}>"
    return {"List-Unsubscribe": address}


def _subject(notices: Sequence[Notice], forum: str) -> Message:
    if len(notices) > 1:
        return say("{forum}: {count} new texts", forum=forum, count=len(notices))
    if notices[0].reason is Reason.OWN:
        return say("{forum}: your text is published", forum=forum)
    if notices[0].reason is Reason.ASKED:
        return say("{forum}: an answer to your question", forum=forum)
    return say("{forum}: a new text", forum=forum)


def consent_words(member: Entry[Member], settings: Settings) -> Iterator[str]:
    """Say why somebody gets this mail, and how to get no other."""
    language = Language(settings.language)
    consent = member.meta.consent
    day = language.date(consent.date) if consent else ""
    yield say(
        "You get this mail because your page in the forum gives this address, as "
        "you agreed on {date}. To get no more mails, or to have the address "
        "removed, just reply and say so.",
        date=day,
    ).tell(language.tell)
    if url := edit_url(member.path, settings):
        sentence = say(
            "The line 'told_of: nothing' on your page stops these mails, too; you write it here:"
        )
        yield f"{sentence.tell(language.tell)}\n{url}"
