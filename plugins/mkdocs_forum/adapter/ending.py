"""The end of a build: all texts are rendered, so that pages and documents are made of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_forum.adapter.build import Build, Rendered
from mkdocs_forum.adapter.days import date_pages
from mkdocs_forum.adapter.documents import bind, draw, printer_of, publish
from mkdocs_forum.adapter.kept.documents import kept_documents
from mkdocs_forum.adapter.kept.pages import KeptPages
from mkdocs_forum.adapter.log import Progress
from mkdocs_forum.adapter.outputs import SiteOutputs, own_pages, references
from mkdocs_forum.adapter.theme.cards import place_cards
from mkdocs_forum.adapter.theme.finish import Finish
from mkdocs_forum.adapter.theme.footer import footer
from mkdocs_forum.adapter.theme.look import look_of
from mkdocs_forum.adapter.theme.naming import Naming
from mkdocs_forum.adapter.theme.policy import policy_of
from mkdocs_forum.adapter.theme.sections import Sections
from mkdocs_forum.adapter.theme.shell import Shells, offer
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.outputs.announcements import announced
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.epub.books import BookMaker
from mkdocs_forum.core.outputs.head.head import Heads
from mkdocs_forum.core.outputs.head.site import Images, Site
from mkdocs_forum.core.outputs.outputs import outputs
from mkdocs_forum.core.outputs.redirects import redirect_pages
from mkdocs_forum.core.outputs.search.documents import OwnPage
from mkdocs_forum.core.outputs.search.search import search_files
from mkdocs_forum.core.printing.documents import documents
from mkdocs_forum.core.printing.lists.documents import list_documents
from mkdocs_forum.core.printing.maker import DocumentMaker
from mkdocs_forum.core.printing.page import OnPaper, on_paper_alone
from mkdocs_forum.core.printing.talk import Printer, Texts


@dataclass(frozen=True)
class Ending:
    """What a build knows once its texts are rendered."""

    build: Build
    """What the build knew before."""
    rendered: dict[str, Rendered]
    """What rendering gave, by the path of the page's file."""
    finish: Finish
    """What is done to each page at last."""
    shells: Shells
    """Renders the forum's pages."""
    printer: Printer
    """Places texts in what is printed."""
    naming: Naming
    """Tells readers and other programs what a page is."""
    sections: Sections
    """Marks the tab of each page."""
    own: Sequence[OwnPage]
    """Pages that the organisers wrote, for the search."""
    pdf_faults: Sequence[Diagnostic]

    def after(self, build: Build, texts: Texts) -> "Ending":
        """Give the same for the same pages, made of other texts."""
        printer = replace(printer_of(build, texts), look=self.printer.look)
        before = self.naming.heads.site
        site = replace(before, library=build.library, views=build.views, texts=texts)
        naming = replace(self.naming, heads=Heads(site, build.citations), texts=texts)
        return replace(self, build=build, rendered={}, printer=printer, naming=naming)

    def variables(self, page: Page) -> dict[str, Any]:
        """Give what the template of a page is given."""
        view = self.build.pages.get(page.file.src_uri)
        announcements = announced(view, page.url, self.build.settings)
        section = {"forum_section": self.sections.enter(page)}
        if view is None:
            own = self.naming.of_own(page)
            paper = OnPaper(self.printer.days.get(page.file.src_uri, self.build.settings.today))
            return {
                **section,
                **own.variables,
                "on_paper": paper,
                "forum_head": announcements + own.head,
            }
        texts = self.rendered[page.file.src_uri].texts
        named = self.naming.of(view, page)
        return {
            **view.variables,
            **section,
            **named.variables,
            "on_paper": on_paper_alone(self.printer, view, page.url, texts),
            "forum_head": announcements + named.head,
            "forum_template": view.template,
            "forum_variables": frozenset(view.variables),
        }

    def complete(self, site: Path) -> None:
        """Put what is left into the folder of a site that was built."""
        self.finish.search_index(site)


def end(
    build: Build,
    rendered: dict[str, Rendered],
    lost: Iterable[Diagnostic],
    pages: KeptPages,
    environment: Environment,
    files: Files,
    config: MkDocsConfig,
    *,
    is_on_demand: bool,
    has_policy: bool,
    progress: Progress,
) -> Ending:
    """Write what is made of the texts beside their pages, and prepare these.

    Arguments:
        build: What the build knew before.
        rendered: What rendering gave, by the path of the page's file.
        lost: What couldn't be rendered or shown.
        pages: The pages that are taken over from the last site.
        environment: That of the theme; it gets what renders the forum's pages.
        files: The site's files; redirects and documents are added.
        config: The site's configuration.
        is_on_demand: Whether what stands beside the pages is made when it is asked for.
        has_policy: Whether pages say which scripts may run.
        progress: Shows how far it is.
    """
    settings, printer = build.settings, printer_of(build, build.texts(rendered))
    printer = replace(printer, look=look_of(files, config))
    pages.show()
    offer(environment, build.citations)
    # What texts, documents to print and pages show of an entry is rendered once.
    environment.globals["forum_row"] = build.environment.globals["forum_row"]
    finish = Finish(policy_of(environment, files, config, settings) if has_policy else "")
    redirects = redirect_pages(build.library, settings, build.environment)
    beside = SiteOutputs(files, config, pages.outputs)
    beside.add(finish.outputs(redirects))
    undrawn: Sequence[Diagnostic] = ()
    if not is_on_demand:
        drawings, undrawn = draw(build, config)
        printer = replace(printer, drawings=drawings)
    kept = kept_documents(pages, printer, beside.targets)
    printer = kept.printer
    date_pages(build, files)
    faults: Sequence[Diagnostic] = ()
    own = list(own_pages(build, rendered, files))
    if not is_on_demand:
        about = (build.library, build.views, printer.texts, settings, build.days)
        known = (kept.hashes, pages.outputs.keep) if pages.keys else ()
        contents = Contents(*about, *known)
        beside.add(chain(references(build), outputs(contents)))
        if settings.search:
            beside.add(search_files(contents, build.pages.values(), own))
        maker = DocumentMaker(printer, build.environment)
        count = len(build.library.talks) + 2 * len(build.library.editions)
        made = chain(documents(maker, kept), list_documents(maker, kept, build.pages.values()))
        faults = publish(made, count, beside, finish, progress, settings.pdf)
        faults = [
            *undrawn,
            *faults,
            *bind(BookMaker(maker, kept, build.citations).books(), files, config),
        ]
    shells = Shells(environment, build.environment, config, finish)
    environment.globals["forum_page"] = shells.page
    environment.globals["forum_footer"] = list(footer(files, settings))
    images = place_cards(build.views, files, config, settings)
    heads = Heads(_site(build, printer, images), build.citations)
    pages.look_at(rendered, lost, kept.hashes)
    pages.hide()
    naming = Naming(heads, printer.texts, settings)
    sections = Sections(files, settings)
    return Ending(build, rendered, finish, shells, printer, naming, sections, own, faults)


def _site(build: Build, printer: Printer, images: Images) -> Site:
    """Give what heads tell of a site."""
    return Site(
        library=build.library,
        views=build.views,
        texts=printer.texts,
        settings=build.settings,
        days=printer.days,
        images=images,
    )
