"""The works of a forum, how each is cited, and the files of their references."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.targets import SYNTHESIS_ANCHOR
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.citing.bibtex import bibtex
from mkdocs_forum.core.outputs.citing.csl import csl_json
from mkdocs_forum.core.outputs.citing.ris import ris
from mkdocs_forum.core.outputs.citing.sentence import sentence
from mkdocs_forum.core.outputs.citing.work import Kind, Work
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.pages.views import Views
from mkdocs_forum.core.words.language import N_, Language
from mkdocs_forum.core.words.names import Name, parted

FORMATS: Final = (
    ("BibTeX", "bib", bibtex),
    ("RIS", "ris", ris),
    ("CSL-JSON", "json", csl_json),
)
"""Name of each format, the ending of its files, and what writes it."""


@dataclass(frozen=True)
class Citation:
    """How a work is cited."""

    text: Markup
    anchor: str
    """Identifier of the text on the page of the work."""
    files: tuple[Link, ...]
    """Its references as files."""


@dataclass(frozen=True)
class Citations:
    """All that can be cited of a forum."""

    library: Library
    views: Views
    settings: Settings
    _works: dict[str, Work] = field(default_factory=dict, compare=False)
    """Answers as works, which their pages and the files of references tell."""

    def talk(self, slug: str) -> Citation:
        """Tell how a talk is cited."""
        return self._citation(self.talk_work(slug), slug)

    def answer(self, key: str) -> Citation:
        """Tell how an answer is cited."""
        return self._citation(self.answer_work(key), self.views.answers[key].slug)

    def synthesis(self, question: str) -> Citation | None:
        """Tell how what was decided of a question is cited, if a day was given to it."""
        work = self.synthesis_work(question)
        return self._citation(work, "synthesis__") if work else None

    def proceedings(self, edition: str) -> Citation:
        """Tell how the proceedings of an edition are cited."""
        return self._citation(self.proceedings_work(edition), "proceedings__")

    def edition_files(self, edition: str) -> tuple[Link, ...]:
        """Give the files with the references of all texts of an edition."""
        return _links(self._beside("editions", edition, edition))

    def talk_work(self, slug: str) -> Work:
        """Give a talk as a work."""
        view, meta = self.views.talks[slug], self.library.talks[slug].meta
        edition = self.library.editions[meta.edition].meta
        return Work(
            kind=Kind.TALK,
            key=slug,
            title=meta.title,
            authors=self._names(meta.speakers),
            date=view.date,
            language=meta.lang or self.settings.language,
            container=edition.title,
            publisher=edition.publisher or edition.organiser or "",
            place=edition.place or "",
            url=self._whole(view.url),
            summary=meta.summary or "",
            topics=meta.topics,
            file=self._beside("talks", slug, slug),
        )

    def answer_work(self, key: str) -> Work:
        """Give an answer as a work."""
        if key not in self._works:
            self._works[key] = self._answer_work(key)
        return self._works[key]

    def _answer_work(self, key: str) -> Work:
        view, meta = self.views.answers[key], self.library.answers[key].meta
        question = view.question
        return Work(
            kind=Kind.ANSWER,
            key=key.replace("/", ":"),
            title=self._about(self._tell(N_("Answer to the question")), question.id),
            authors=self._names((meta.member,) if meta.member else ()),
            date=meta.date,
            language=meta.lang or self.settings.language,
            container=self.settings.site_name,
            updated=meta.updated,
            url=self._whole(view.url),
            file=self._beside("questions", question.id, f"{question.slug}-{view.slug}"),
        )

    def synthesis_work(self, key: str) -> Work | None:
        """Give what was decided of a question as a work; without a text or a day, it is none."""
        outcome, view = self.library.outcomes.get(key), self.views.syntheses.get(key)
        if not (outcome and view and outcome.body.strip() and outcome.meta.date):
            return None
        question = self.views.questions[key]
        return Work(
            kind=Kind.SYNTHESIS,
            key=f"{key.replace('/', ':')}:",
            title=self._about(view.title, key),
            authors=self._names((outcome.meta.by,) if outcome.meta.by else ()),
            date=outcome.meta.date,
            language=self.settings.language,
            container=self.settings.site_name,
            url=self._whole(f"{question.url}#{SYNTHESIS_ANCHOR}"),
            file=self._beside("questions", key, question.slug),
        )

    def proceedings_work(self, slug: str) -> Work:
        """Give the proceedings of an edition as a work."""
        view, meta = self.views.editions[slug], self.library.editions[slug].meta
        name = f"{self.settings.words['proceedings']}-{slug}"
        return Work(
            kind=Kind.PROCEEDINGS,
            key=name,
            title=f"{self._tell('Proceedings')}{self._tell(': ')}{meta.title}",
            authors=tuple(map(parted, meta.editors)),
            date=meta.end_date or meta.date,
            language=self.settings.language,
            publisher=meta.publisher or meta.organiser or self.settings.site_name,
            isbn=meta.isbn or "",
            issn=meta.issn or "",
            doi=meta.doi or "",
            place=meta.place or "",
            url=self._whole(view.proceedings_url),
            file=self._beside("editions", slug, name),
        )

    def works(self, edition: str) -> Iterator[Work]:
        """Give the works of an edition: its proceedings, then each talk with what it led to."""
        talks = self.library.talks_by_edition.get(edition, ())
        if talks:
            yield self.proceedings_work(edition)
        for talk in talks:
            yield from map(self.talk_work, self.library.versions(talk))
            for question in self.library.questions_by_talk.get(talk, ()):
                if synthesis := self.synthesis_work(question):
                    yield synthesis
                answers = self.library.answers_by_question.get(question, ())
                yield from map(self.answer_work, answers)

    def files(self) -> Iterator[Output]:
        """Give the file of each work in every format, and those of all works of an edition."""
        for edition in self.library.editions:
            if works := list(self.works(edition)):
                yield from _files(self._beside("editions", edition, edition), works)
            for work in works:
                yield from _files(work.file, [work])

    def _citation(self, work: Work, name: str) -> Citation:
        return Citation(sentence(work, self.settings), f"forum_cite_{name}", _links(work.file))

    def _names(self, members: tuple[str, ...]) -> tuple[Name, ...]:
        return tuple(self._by_member[member] for member in members)

    @cached_property
    def _by_member(self) -> dict[str, Name]:
        return {slug: entry.meta.parts for slug, entry in self.library.members.items()}

    def _about(self, what: str, question: str) -> str:
        return f"{what}{self._tell(': ')}{self.library.questions[question].title}"

    def _tell(self, text: str) -> str:
        return Language(self.settings.language).tell(text)

    def _whole(self, url: str) -> str:
        site_url = self.settings.site_url
        return site_url and site_url + url

    def _beside(self, kind: str, slug: str, name: str) -> str:
        return Addresses(self.settings).beside(kind, slug, name)


def _links(path: str) -> tuple[Link, ...]:
    return tuple(Link(name, f"{quote(path)}.{ending}") for name, ending, _ in FORMATS)


def _files(path: str, works: list[Work]) -> Iterator[Output]:
    for _, ending, write in FORMATS:
        yield Output(f"{path}.{ending}", partial(write, works), works)
