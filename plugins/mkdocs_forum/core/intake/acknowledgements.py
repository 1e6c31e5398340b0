"""The draft of a reply to who sent a contribution: it came, and will stand at an address."""

import re
from collections.abc import Iterable, Iterator

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.intake.drafts import draft, mail_address, plain
from mkdocs_forum.core.intake.intake import Intake
from mkdocs_forum.core.intake.mail.letter import Letter
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import kind_of
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.language import Language

_IDENTIFIER = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{3,250}>")


def acknowledgement(letter: Letter, intake: Intake, settings: Settings) -> bytes:
    """Write the draft of a reply, for a mail program to open.

    It is addressed to nobody if the letter passed on what somebody else wrote.

    Arguments:
        letter: The letter that the contribution came in.
        intake: What came of it.
        settings: The options.
    """
    address = None if intake.is_passed_on else mail_address(letter.reply_to)
    subject = plain(letter.subject)
    heads = {}
    if _IDENTIFIER.fullmatch(letter.identifier):
        heads = dict.fromkeys(("In-Reply-To", "References"), letter.identifier)
    return draft(
        (letter.name, address) if address else None,
        subject if subject[:3].casefold() == "re:" else f"Re: {subject}",
        _paragraphs(intake, settings),
        settings,
        heads,
    )


def _paragraphs(intake: Intake, settings: Settings) -> Iterator[str]:
    tell = Language(settings.language).tell
    yield tell("Hello,")
    yield tell("Your text has arrived: thank you.")
    if settings.licence and any(_lacks_licence(*file) for file in intake.files.items()):
        sentence = say(
            "One thing is missing: reply to this mail and say that you agree to its "
            "publication under the licence {licence}.",
            licence=settings.licence,
        )
        yield sentence.tell(tell)
    yield tell("We read it through, then publish it; there is nothing else for you to do.")
    if settings.site_url:
        urls = page_urls([*intake.files, *intake.changed, *intake.present], settings)
        lines = [
            tell("Once it is published, you will find it here:"),
            *(settings.site_url + url for url in urls),
        ]
        yield "\n".join(lines)


def _lacks_licence(path: str, data: bytes) -> bool:
    source = read_source(path, data)
    return isinstance(source, Source) and "licence" not in source.meta


def page_urls(paths: Iterable[str], settings: Settings) -> list[str]:
    """Give the addresses at which files will be read, relative to the root of the site."""
    addresses = Addresses(settings)
    urls = []
    for path in paths:
        _, *names = path.removesuffix(".md").split("/")
        if kind_of(path, settings) == "answers":
            talk, question, author = names
            page = addresses.entry("questions", f"{talk}/{question}")
            urls.append(f"{addresses.url(page)}#{author}")
        else:
            urls.append(addresses.url(path))
    return urls
