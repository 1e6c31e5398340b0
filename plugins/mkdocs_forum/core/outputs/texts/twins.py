"""The Markdown twin of each talk and question, for programs that read text rather than pages.

What was written about a question stands in its twin and in that of its talk.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from mkdocs_forum.core.html.markdown.blocks import heading, markdown
from mkdocs_forum.core.html.markdown.escaping import escaped, line, linked
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.notices import Notice
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.pages.boards import BOARD_NAMES
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.output import Output


def twins(contents: Contents) -> Iterator[Output]:
    """Give every twin."""
    writer, addresses, parts = _Writer(contents), Addresses(contents.settings), contents.parts
    for key in contents.library.questions:
        made = partial(_written, writer.question(key))
        yield Output(addresses.twin("questions", key), made, parts.discussion(key))
    for slug in contents.library.talks:
        made_of = (parts.talk(slug), *parts.discussions(slug))
        made = partial(_written, writer.talk(slug))
        yield Output(addresses.twin("talks", slug), made, made_of)


def _written(blocks: Iterable[str]) -> str:
    return "\n\n".join(filter(None, blocks)) + "\n"


class _Writer:
    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self.tell = contents.language.tell
        self._discussions: dict[str, list[str]] = {}

    def talk(self, slug: str) -> Iterator[str]:
        library, views = self._contents.library, self._contents.views
        talk = library.talks[slug]
        edition = library.editions[talk.meta.edition]
        yield heading(escaped(talk.meta.title), 1)
        if talk.meta.summary:
            yield f"> {line(talk.meta.summary)}"
        yield self._facts(
            (self.tell("Address"), self._bare(views.talks[slug].url)),
            (self.tell("Speakers"), ", ".join(map(self._member, talk.meta.speakers))),
            (
                self.tell("Edition"),
                self._link(edition.meta.title, views.editions[edition.slug].url),
            ),
            (self.tell("Date"), views.talks[slug].date.isoformat()),
            *(
                (self.tell("In another language"), self._link(each.title, each.url))
                for each in views.talks[slug].others
            ),
            (self.tell("Licence"), self._licence(talk.meta.licence)),
            *self._notices(talk.meta.notice),
        )
        yield markdown(self._contents.talk(slug), top=2)
        if materials := views.talks[slug].materials:
            yield heading(self.tell("Materials"), 2)
            yield "\n".join(f"- {self._link(each.title, each.url)}" for each in materials)
        for question in library.asked(slug):
            if discussion := self._discussion(question.id):
                yield heading(self._link(question.title, views.questions[question.id].url), 2)
                yield from discussion

    def question(self, key: str) -> Iterator[str]:
        yield self._head_of_question(key)
        yield markdown(self._contents.detail(key), top=2)
        yield from self._discussion(key)

    def _head_of_question(self, key: str) -> str:
        library, views = self._contents.library, self._contents.views
        question = library.questions[key]
        talk = library.talks[question.talk]
        facts = self._facts(
            (self.tell("Address"), self._bare(views.questions[key].url)),
            (self.tell("Talk"), self._link(talk.meta.title, views.talks[talk.slug].url)),
            (self.tell("Asked by"), ", ".join(map(self._member, talk.meta.speakers))),
            (self.tell("Date"), views.talks[talk.slug].date.isoformat()),
            (self.tell("Status"), self.tell(BOARD_NAMES[library.status(key)])),
        )
        return f"{heading(escaped(question.title), 1)}\n\n{facts}"

    def _discussion(self, key: str) -> list[str]:
        """Give what was written about a question, from the third level of headings on."""
        if key not in self._discussions:
            self._discussions[key] = list(filter(None, self._said(key)))
        return self._discussions[key]

    def _said(self, key: str) -> Iterator[str]:
        library, views = self._contents.library, self._contents.views
        if outcome := library.decision(key):
            yield heading(escaped(views.syntheses[key].title), 3)
            by, day = outcome.meta.by, outcome.meta.date
            other = views.questions[key].duplicate_of
            yield self._facts(
                (self.tell("Member"), self._member(by) if by else ""),
                (self.tell("Date"), day.isoformat() if day else ""),
                (self.tell("See"), self._link(other.text, other.url) if other else ""),
            )
            yield markdown(self._contents.synthesis(key), top=4)
        for identifier in library.answers_by_question.get(key, ()):
            yield self._head_of_answer(identifier)
            yield markdown(self._contents.answer(identifier), top=4)
            if written := library.answers[identifier].meta.sources:
                sources = "\n".join(f"- {line(source)}" for source in written)
                yield f"{escaped(self.tell('Sources'))}{self.tell(': ').rstrip()}\n\n{sources}"

    def _head_of_answer(self, identifier: str) -> str:
        library, view = self._contents.library, self._contents.views.answers[identifier]
        meta = library.answers[identifier].meta
        name = library.members[meta.member].meta.name if meta.member else None
        title = self._contents.language.answer_by(name)
        facts = self._facts(
            (self.tell("Date"), meta.date.isoformat()),
            (self.tell("Updated"), meta.updated.isoformat() if meta.updated else ""),
            (self.tell("Kept"), self.tell("yes") if meta.retained else ""),
            *((each.name, self._links(each.answers)) for each in view.relations),
            (self.tell("Licence"), self._licence(meta.licence)),
            *self._notices(meta.notice),
        )
        return f"{heading(self._link(title, view.url), 3)}\n\n{facts}"

    def _facts(self, *facts: tuple[str, str]) -> str:
        return "\n".join(f"- {name}{self.tell(': ')}{told}" for name, told in facts if told)

    def _notices(self, notices: Iterable[Notice]) -> Iterator[tuple[str, str]]:
        for notice in notices:
            yield f"{self.tell('note')} {notice.date.isoformat()}", line(notice.text)

    def _member(self, slug: str) -> str:
        name = self._contents.library.members[slug].meta.name
        return self._link(name, self._contents.views.members[slug].url)

    def _licence(self, licence: str | None) -> str:
        return escaped(licence or self._contents.settings.licence)

    def _link(self, text: str, url: str) -> str:
        return linked(escaped(text), self._contents.address(url))

    def _links(self, links: Iterable[Link]) -> str:
        return ", ".join(self._link(link.text, link.url) for link in links)

    def _bare(self, url: str) -> str:
        address = self._contents.address(url)
        return f"<{address}>" if self._contents.settings.site_url else address
