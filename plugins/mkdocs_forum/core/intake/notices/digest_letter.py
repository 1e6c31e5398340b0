"""A digest as a mail: the same lines as text and as HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from mkdocs_forum.core.faults.diagnostic import Message, brief, say
from mkdocs_forum.core.intake.drafts import draft
from mkdocs_forum.core.intake.notices.digest import (
    MOST_NAMES,
    Answered,
    Digest,
    Promised,
    Waiting,
)
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.language import Language

LONGEST = 90
"""Characters of a question at the most."""


@dataclass(frozen=True)
class _Item:
    """One thing that is told, and where it stands."""

    title: str
    url: str
    words: str = ""


@dataclass(frozen=True)
class _Section:
    heading: str
    items: tuple[_Item, ...]
    more: _Item | None = None


def digest_letter(
    digest: Digest, library: Library, settings: Settings, to: tuple[str, str] | None = None
) -> bytes:
    """Write the draft of the mail.

    Arguments:
        digest: What it tells.
        library: What is published.
        settings: The options.
        to: Name and address of the list, if somebody told them.
    """
    writer = _Writer(digest, library, settings)
    sections = list(writer.sections())
    return draft(
        to,
        writer.subject(),
        [*_text(sections), writer.end()],
        settings,
        html=_html(sections, writer.end(), settings.language),
    )


@dataclass(frozen=True)
class _Writer:
    digest: Digest
    library: Library
    settings: Settings

    def tell(self, message: Message) -> str:
        return message.tell(Language(self.settings.language).tell)

    def url(self, source: str) -> str:
        return f"{self.settings.site_url}{Addresses(self.settings).url(source)}"

    def subject(self) -> str:
        count = len(self.digest.answered) + self.digest.further
        return self.tell(
            say(
                "{forum}: {answered} questions answered, {waiting} waiting",
                forum=self.settings.site_name,
                answered=count,
                waiting=self.digest.waiting_count,
            )
        )

    def sections(self) -> Iterator[_Section]:
        addresses = Addresses(self.settings)
        if self.digest.calls:
            heading = self.tell(say("Call for talks"))
            yield _Section(heading, tuple(map(self._call, self.digest.calls)))
        if self.digest.answered:
            more = None
            if self.digest.further:
                words = self.tell(
                    say("{count} more questions were answered", count=self.digest.further)
                )
                more = _Item(words, self.url(addresses.board("answered")))
            heading = self.tell(say("New answers"))
            yield _Section(heading, tuple(map(self._answered, self.digest.answered)), more)
        if self.digest.promised:
            heading = self.tell(say("Promised answers"))
            more = None
            if self.digest.further_promises:
                more = _Item(self.tell(say("All promises")), self.url(addresses.promises()))
            yield _Section(heading, tuple(map(self._promised, self.digest.promised)), more)
        if self.digest.waiting:
            words = self.tell(
                say("All {count} questions that wait", count=self.digest.waiting_count)
            )
            more = _Item(words, self.url(addresses.board("open")))
            heading = self.tell(say("Who can answer?"))
            yield _Section(heading, tuple(map(self._waiting, self.digest.waiting)), more)

    def end(self) -> str:
        day = Language(self.settings.language).date(self.digest.since)
        return self.tell(say("What was published since {day}, in short.", day=day))

    def _call(self, slug: str) -> _Item:
        meta = self.library.editions[slug].meta
        closes = meta.call.closes
        day = Language(self.settings.language).date(closes) if closes else ""
        words = self.tell(say("talks may be proposed until {day}", day=day))
        return _Item(meta.title, self.url(Addresses(self.settings).entry("editions", slug)), words)

    def _answered(self, each: Answered) -> _Item:
        names = each.authors[:MOST_NAMES]
        told = [", ".join([*names, *["…"] * (len(each.authors) > MOST_NAMES)])] if names else []
        told += [self.tell(say("a synthesis"))] if each.has_synthesis else []
        return self._question(each.question, " + ".join(told))

    def _promised(self, each: Promised) -> _Item:
        day = Language(self.settings.language).date(each.day)
        told = say("{name}, by {day}", name=each.name, day=day)
        if each.is_overdue:
            told = say("{name}, by {day}: still welcome", name=each.name, day=day)
        return self._question(each.question, self.tell(told))

    def _waiting(self, each: Waiting) -> _Item:
        if not each.answerers:
            return self._question(each.question, "")
        names = ", ".join(each.answerers)
        return self._question(each.question, self.tell(say("perhaps {names}?", names=names)))

    def _question(self, key: str, words: str) -> _Item:
        url = self.url(Addresses(self.settings).entry("questions", key))
        return _Item(brief(self.library.questions[key].title, LONGEST), url, words)


def _text(sections: list[_Section]) -> Iterator[str]:
    for section in sections:
        lines = [section.heading.upper()]
        for item in section.items:
            words = f" ({item.words})" if item.words else ""
            lines += [f"- {item.title}{words}", f"  {item.url}"]
        if section.more:
            lines += [section.more.title, f"  {section.more.url}"]
        yield "\n".join(lines)


def _html(sections: list[_Section], end: str, language: str) -> str:
    parts = [
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8"></head><body>'
    ]
    for section in sections:
        parts.append(f"<h2>{escape(section.heading)}</h2><ul>")
        for item in section.items:
            words = f"<br>{escape(item.words)}" if item.words else ""
            link = f'<a href="{escape(item.url)}">{escape(item.title)}</a>'
            parts.append(f"<li>{link}{words}</li>")
        parts.append("</ul>")
        if section.more:
            more = section.more
            parts.append(f'<p><a href="{escape(more.url)}">{escape(more.title)}</a></p>')
    return "\n".join([*parts, f"<p>{escape(end)}</p></body></html>\n"])
