"""What pages and documents are made of, each in one fingerprint."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.adapter.rendering.sanitise import shown_keys
from mkdocs_forum.adapter.theme.footer import footer_files
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.printing.page import state_of
from mkdocs_forum.core.printing.proceedings import Proceedings
from mkdocs_forum.core.printing.talk import Printer
from mkdocs_forum.core.publish.serialise import Fingerprints, digest
from mkdocs_forum.core.reading.entry import Entry


def frame(nav: Navigation, files: Files, build: Build, config: MkDocsConfig) -> str:
    """Give the fingerprint of what all pages show beside their own, the settings left out."""
    known = [
        [item.title, _url(item), item.is_section, _head(item, build)] for item in _walk(nav.items)
    ]
    bases = sorted({get_relative_url(".", file.url) for file in files.documentation_pages()})
    foot = [[file.url, file.content_bytes.hex()] for file in footer_files(files, build.settings)]
    return Fingerprints().of(known, bases, foot, list(map(str, config.extra_css)))


def _walk(items: Iterable[StructureItem]) -> Iterator[StructureItem]:
    for item in items:
        yield item
        yield from _walk(getattr(item, "children", None) or ())


def _url(item: StructureItem) -> str:
    return str(getattr(item, "url", ""))


def _head(item: StructureItem, build: Build) -> str | None:
    """Give what the theme may take from the text of a page for its place in the navigation."""
    if not isinstance(item, Page):
        return None
    view = build.pages.get(item.file.src_uri)
    if item.file.generated_by:
        return view.title if view else ""
    text = item.file.content_bytes
    has_keys = text.lstrip().startswith((b"---", b"\xef\xbb\xbf"))
    told = text.hex() if has_keys or item.title is None else ""
    return Fingerprints().of(view and view.title, told)


class PageKeys:
    """Gives the fingerprints of pages."""

    def __init__(self, root: str, build: Build, printer: Printer, prints: Fingerprints) -> None:
        """Take what is known before anything is rendered.

        Arguments:
            root: Stands for what all pages depend on.
            build: The build.
            printer: Knows the days of the texts.
            prints: Gives fingerprints.
        """
        self._root, self._build, self._printer = root, build, printer
        self.prints = prints
        self._faults: defaultdict[str, list[str]] = defaultdict(list)
        for fault in build.faults:
            self._faults[fault.location.path].append(str(fault))

    def sources(self, path: str) -> list[str]:
        """Give the paths of the texts of a page."""
        view = self._build.pages[path]
        return [entry.path for entry in self._entries(view)]

    def texts(self, path: str) -> list[str]:
        """Give the names of the texts of a page that are shown elsewhere, too."""
        view, library = self._build.pages[path], self._build.library
        if isinstance(view.context, contexts.Question):
            key = view.subject or ""
            answers = library.answers_by_question.get(key, ())
            return [
                f"detail:{key}",
                f"synthesis:{key}",
                *(f"answer:{answer}" for answer in answers),
            ]
        return [f"{view.kind}:{view.subject}"] if path in library.pages else []

    def page(self, path: str, url: str) -> str | None:
        """Give the fingerprint of a page; nothing where it shows what is no plain value."""
        view, build = self._build.pages[path], self._build
        found = [self._entry(entry, view) for entry in self._entries(view)]
        asked: list[object] = []
        if isinstance(view.context, contexts.Talk):
            questions = build.library.asked(view.subject or "")
            worded = build.views.wordings.get(view.subject or "", {})
            views = build.views.questions
            asked = [[each, views[each.id], worded.get(each.id)] for each in questions]
        if isinstance(view.context, contexts.Question):
            question = build.library.questions[view.subject or ""]
            asked = [question.slug, question.text, question.detail]
            asked += [build.library.talks[question.talk].body]  # Of which a passage is quoted.
        try:
            return self.prints.of(
                *(self._root, url, view.values, found, asked),
                *(state_of(self._printer, view.context), self._works(view)),
            )
        except TypeError:
            return None

    def _entries(self, view: VirtualPage) -> Iterator[Entry[Any]]:
        library = self._build.library
        if isinstance(view.context, contexts.Question):
            key = view.subject or ""
            question = library.questions[key]
            if question.detail:
                yield library.talks[question.talk]
            if outcome := library.outcomes.get(key):
                yield outcome
            for answer in library.answers_by_question.get(key, ()):
                yield library.answers[answer]
        elif own := library.pages.get(view.source):
            yield own

    def _entry(self, entry: Entry[Any], view: VirtualPage) -> list[object]:
        extension, path = self._build.extension, entry.path
        dead = sorted(map(str, extension.dead.get(path, ())))
        title = extension.titles.get(path)
        return [
            *(path, entry.slug, entry.body, entry.meta, dead, title),
            *(self._faults[path], shown_keys(entry)),
        ]

    def _works(self, view: VirtualPage) -> list[object]:
        """Give the texts by which a page is cited, and the days of what it shows."""
        citations, context = self._build.citations, view.context
        days = [self._printer.days.get(entry.path) for entry in self._entries(view)]
        if isinstance(context, contexts.Talk):
            return [days, citations.talk_work(context.talk.slug)]
        if isinstance(context, contexts.Edition) and context.edition.talk_count:
            slug = context.edition.slug
            talks = self._printer.library.talks_by_edition.get(slug, ())
            state = self._printer.state(*talks, edition=slug)
            return [days, state, citations.proceedings_work(slug)]
        if isinstance(context, contexts.Question):
            answers = [citations.answer_work(each.id) for each in context.answers]
            return [days, citations.synthesis_work(context.question.id), answers]
        return [days]

    def leads(self, paths: Iterable[str], files: Files) -> dict[str, str]:
        """Give what each path leads to, as links in texts do."""
        return {path: self._lead(path, files) for path in sorted(paths)}

    def _lead(self, path: str, files: Files) -> str:
        target = self._build.extension.targets.get(path)
        file = files.src_uris.get(path)
        found = (file.url, file.inclusion.is_excluded()) if file else None
        return digest(self.prints.of(target) if target else None, found)


class DocumentKeys:
    """Gives the fingerprints of documents to print."""

    def __init__(
        self,
        root: str,
        printer: Printer,
        prints: Fingerprints,
        texts: Mapping[str, str],
        pages: Iterable[VirtualPage],
    ) -> None:
        """Take what is known once all texts are.

        Arguments:
            root: Stands for what all documents depend on.
            printer: Places texts in them.
            prints: Gives fingerprints of views.
            texts: Hashes of the texts, by `kind:identifier`.
            pages: The pages of the forum.
        """
        self._root, self._printer, self._prints, self._texts = root, printer, prints, texts
        self._pages = {page.source: page for page in pages}

    def article(self, slug: str) -> str:
        """Give the fingerprint of a talk's article."""
        printer, library = self._printer, self._printer.library
        asked = []
        for view in printer.asked(slug):
            answers = library.answers_by_question.get(view.id, ())
            views = [printer.views.answers[key] for key in answers]
            outcome = printer.views.syntheses.get(view.id)
            texts = [self._texts.get(f"answer:{key}") for key in answers]
            asked.append([view, outcome, self._texts.get(f"synthesis:{view.id}"), views, texts])
        talk = [printer.views.talks[slug], self._texts.get(f"talk:{slug}"), printer.state(slug)]
        return self._prints.of(self._root, "article", talk, asked)

    def programme(self, slug: str) -> str:
        """Give the fingerprint of an edition's programme."""
        printer = self._printer
        talks = printer.library.talks_by_edition.get(slug, ())
        held = [[printer.views.talks[talk], printer.asked(talk)] for talk in talks]
        return self._prints.of(self._root, "programme", self._edition(slug), held)

    def collection(self, source: str) -> str:
        """Give the fingerprint of what is printed of a list, by the source path of its page."""
        page = self._pages[source]
        state = state_of(self._printer, page.context)
        return self._prints.of(self._root, "list", page.values, state)

    def selection(self, source: str) -> str:
        """Give the fingerprint of the page that prints what a reader chose, by its source path."""
        return self._prints.of(self._root, "selection", source, self._printer.settings.today)

    def proceedings(self, slug: str) -> str:
        """Give the fingerprint of an edition's proceedings."""
        talks = self._printer.library.talks_by_edition.get(slug, ())
        held = Proceedings(self._printer, slug).content_hash
        articles = list(map(self.article, talks))
        look = self._printer.look
        return self._prints.of(self._root, "volume", self._edition(slug), held, articles, look)

    def _edition(self, slug: str) -> list[object]:
        printer = self._printer
        talks = printer.library.talks_by_edition.get(slug, ())
        state = printer.state(*talks, edition=slug)
        return [printer.views.editions[slug], self._texts.get(f"edition:{slug}"), state]
