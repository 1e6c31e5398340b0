"""One build: what it knows before its pages are rendered, and what rendering gave."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_forum.adapter.files import (
    empty_sidebars,
    lead_to_top,
)
from mkdocs_forum.adapter.loading import Loaded
from mkdocs_forum.adapter.rendering.discussion import Discussion, discuss
from mkdocs_forum.adapter.rendering.fragments import typeset_titles
from mkdocs_forum.adapter.rendering.markdown import (
    Failures,
)
from mkdocs_forum.adapter.rendering.sanitise import sanitise_page
from mkdocs_forum.adapter.theme.shell import OWN_TEMPLATE, TEMPLATE
from mkdocs_forum.core.checks.link_targets import Site
from mkdocs_forum.core.checks.rendering import check_words
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.gfm.extension import GfmExtension
from mkdocs_forum.core.html.extension import ForumExtension, fill_states, hidden_questions
from mkdocs_forum.core.html.tree import Text, read, without_document
from mkdocs_forum.core.html.typography import typeset_text
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.citing.citations import Citations
from mkdocs_forum.core.outputs.days import Days
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.making.materials import Transcripts
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.rows import Rows
from mkdocs_forum.core.pages.views import Views
from mkdocs_forum.core.printing.talk import Texts
from mkdocs_forum.core.reading.entry import is_contribution
from mkdocs_forum.core.reading.questions.scan import Question


@dataclass(frozen=True)
class Rendered:
    """What rendering a page gave."""

    text: Text
    """The text of its own file, without the states of its questions."""
    discussion: Discussion | None = None
    """What was written about the question that it shows."""
    hidden: Sequence[Diagnostic] = ()
    """Its questions that aren't shown as such."""

    @property
    def texts(self) -> list[Text]:
        """All that members wrote of what the page shows."""
        fragments = self.discussion.fragments.values() if self.discussion else ()
        return [self.text, *(fragment.text for fragment in fragments)]


@dataclass(frozen=True)
class Build:
    """What a build knows before its pages are rendered."""

    settings: Settings
    loaded: Loaded
    faults: Sequence[Diagnostic]
    views: Views
    site: Site
    """What stands beside the forum."""
    pages: Mapping[str, VirtualPage]
    """The forum's pages by the path of their file."""
    environment: Environment
    """Renders the forum's templates inside of a page's text."""
    extension: ForumExtension
    github: GfmExtension
    """Lets contributions be read as on GitHub."""
    failures: Failures
    """What couldn't be rendered, filled while pages are."""
    citations: Citations
    """How the texts of the forum are cited."""
    transcripts: Transcripts
    """What the transcripts of the talks say."""
    days: Days
    """What the repository's history tells of the files."""

    @property
    def library(self) -> Library:
        """The forum that is shown."""
        return self.loaded.forum.library

    def _is_contributed(self, page: Page) -> bool:
        """Whether a page is rendered from a text that someone sent."""
        path = page.file.src_uri
        derived = path in self.pages and path not in self.library.pages
        return is_contribution(path, self.settings) and not derived

    def rendered(self, page: Page, html: str, files: Files, config: MkDocsConfig) -> Rendered:
        """Set a text's typography, and render what other files hold of its page.

        Arguments:
            page: The page; its contents and anchors are completed.
            html: What MkDocs made of its text.
            files: The site's files.
            config: The site's configuration.
        """
        self.tell_links_as_written(page)
        view = self.pages.get(page.file.src_uri)
        is_contributed = self._is_contributed(page)
        html = self._transcript(view) or without_document(html)
        text = sanitise_page(page, html, self.settings) if is_contributed else read(html)
        discussion = None
        if view and isinstance(view.context, contexts.Question):
            discussion = self._discussion(view.context, page, files, config)
        else:
            language = self.settings.typeset_in(_language(view))
            text = typeset_text(text, language)
            typeset_titles(page, language)
        if view:
            page.meta.setdefault("hide", empty_sidebars(page, config))
        if page.meta.get("template") in (TEMPLATE, OWN_TEMPLATE):
            lead_to_top(page, text.html)
        hidden = hidden_questions(self._asked(page), page.present_anchor_ids or ())
        return Rendered(text, discussion, list(hidden))

    def shown(self, page: Page, rendered: Rendered) -> str:
        """Give a page's text with the states of its questions and what was written about one."""
        if rendered.discussion:
            # The theme's search knows no page whose text is empty, not even by its title.
            return rendered.text.html + rendered.discussion.html or "\n"
        keys = {question.id for question in self._asked(page)}
        if not keys:
            return rendered.text.html

        slug = self.pages[page.file.src_uri].subject or ""
        asked = {**self.views.questions, **self.views.wordings.get(slug, {})}
        rows = self.environment.globals["forum_row"]
        assert isinstance(rows, Rows)

        def state(key: str) -> str:
            # A place for the state of another talk's question was written by hand.
            if key not in keys:
                return ""
            return rows.placed(page.url, "state", asked[key])

        return fill_states(rendered.text.html, state)

    def texts(self, rendered: Mapping[str, Rendered]) -> Texts:
        """Give the texts of what is made of them beside their pages.

        Arguments:
            rendered: What rendering gave, by the path of the page's file.
        """
        own: dict[str, dict[str, Text]] = {"talk": {}, "edition": {}, "member": {}}
        answers: dict[str, Text] = {}
        beside: dict[str, dict[str, Text]] = {"synthesis": {}, "detail": {}}
        for path, found in rendered.items():
            view = self.pages.get(path)
            if view and view.kind in own and path in self.library.pages:
                own[view.kind][view.subject or ""] = found.text
            for name, fragment in found.discussion.fragments.items() if found.discussion else ():
                if view and name in beside:
                    beside[name][view.subject or ""] = fragment.text
                else:
                    answers[name] = fragment.text
        return Texts(
            own["talk"],
            own["edition"],
            answers=answers,
            syntheses=beside["synthesis"],
            details=beside["detail"],
            members=own["member"],
        )

    def lost(self, rendered: Mapping[str, Rendered]) -> list[Diagnostic]:
        """Report what couldn't be rendered, and the questions and words that no page shows.

        Arguments:
            rendered: What rendering gave, by the path of the page's file.
        """
        texts = {path: each.text for path, each in rendered.items()}
        for each in rendered.values():
            fragments = each.discussion.fragments if each.discussion else {}
            texts |= {
                fragment.page.file.src_uri: fragment.text
                for name, fragment in fragments.items()
                if name != "detail"
            }
        known = {
            path: texts[path]
            for path in self.library.entries
            if path in texts and path not in self.failures
        }
        hidden = [fault for path in known if path in rendered for fault in rendered[path].hidden]
        told = [*self.faults, *hidden]
        new = [fault for fault in hidden if fault not in self.faults]
        lost = check_words(self.library, known, told)
        return [*self.failures.values(), *new, *lost]

    def tell_links_as_written(self, page: Page) -> None:
        """Let MkDocs' warnings name the links that the author wrote."""
        for links in (page.links_to_anchors or {}).values():
            for anchor, link in links.items():
                links[anchor] = self.extension.written.get((page.file.src_uri, link), link)

    def check_anchors(self, rendered: Iterable[Rendered], config: MkDocsConfig) -> None:
        """Tell links of answers and syntheses to anchors that aren't there, as MkDocs does."""
        level = config.validation.links.anchors
        discussions = [each.discussion for each in rendered if each.discussion]
        for fragment in (each for found in discussions for each in found.fragments.values()):
            self.tell_links_as_written(fragment.page)
            fragment.page.validate_anchor_links(files=Files([]), log_level=level)

    def _discussion(
        self, context: contexts.Question, page: Page, files: Files, config: MkDocsConfig
    ) -> Discussion:
        discussion = discuss(
            context,
            page,
            files,
            config,
            library=self.library,
            settings=self.settings,
            environment=self.environment,
            failures=self.failures,
        )
        page.toc = TableOfContents(list(discussion.toc))
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *discussion.anchors}
        return discussion

    def _transcript(self, view: VirtualPage | None) -> str:
        """Give what was said in a talk, as the text of its page."""
        if view is None or not isinstance(view.context, contexts.Transcript):
            return ""
        template = self.environment.get_template("forum/partials/transcript.html")
        return template.render(**vars(view.context), plain=_plain)

    def _asked(self, page: Page) -> list[Question]:
        """Give the questions that a page asks: those of a talk."""
        view = self.pages.get(page.file.src_uri)
        return self.library.asked(view.subject or "") if view and view.kind == "talk" else []


def _plain(text: str) -> Markup:
    """Give a text as HTML; its apostrophes stand for themselves, so that typography sets them."""
    return Markup(escape(text, quote=False))


def _language(view: VirtualPage | None) -> str | None:
    """Give the language of a page's text, or nothing where it is the site's."""
    context = view.context if view else None
    if isinstance(context, contexts.Talk | contexts.Transcript):
        return context.talk.meta.lang
    return None
