"""The pages of the last site that would be made the same again: MkDocs passes them over.

While MkDocs lists what it renders, and again while it lists what it writes, they count as excluded;
in between and afterwards they are what they were, since other pages lead to them. Their files are
linked from the last site.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_forum.adapter.build import Build, Rendered
from mkdocs_forum.adapter.kept.keys import PageKeys, frame
from mkdocs_forum.adapter.kept.last import LastBuild
from mkdocs_forum.adapter.kept.outputs import KeptOutputs
from mkdocs_forum.adapter.rendering.markdown import ContributionPage
from mkdocs_forum.adapter.theme.finish import SEARCH_INDEX
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.printing.talk import Printer
from mkdocs_forum.core.publish.serialise import digest

Record = dict[str, Any]
"""What is known of a page: its key, what its links led to, its texts, its anchors, its links."""


@dataclass
class KeptPages:
    """What a build takes over, and what the next one may."""

    last: LastBuild
    build: Build
    files: Files
    nav: Navigation
    config: MkDocsConfig
    outputs: KeptOutputs
    """What is taken over beside them."""
    root: str = ""
    """Stands for what all pages depend on; nothing where something has a part that nobody sees."""
    keys: PageKeys | None = None
    records: dict[str, Record] = field(default_factory=dict)
    """What the next build may take over, by the paths of the files."""
    kept: dict[str, Record] = field(default_factory=dict)
    """What this build takes over, likewise."""
    _is_begun: bool = False

    def choose(self, printer: Printer) -> None:
        """Choose the pages to take over; they count as excluded until `show`."""
        if self.last.known is None:
            return
        self.root = digest(self.last.known, frame(self.nav, self.files, self.build, self.config))
        self.keys = PageKeys(self.root, self.build, printer, self.outputs.prints)
        before = self.last.pages
        for path, file in self._candidates({page.file.src_uri for page in self.nav.pages}):
            if (key := self.keys.page(path, file.url)) is None:
                continue
            self.records[path] = {"key": key}
            record = before.get(file.dest_uri)
            if record and record["key"] == key and self._is_good(file, record):
                self.kept[path] = self.records[path] = record
                assert file.page
                file.page.present_anchor_ids = set(record["anchors"])
        self.hide()

    def _candidates(self, shown: set[str]) -> Iterable[tuple[str, File]]:
        """Give the pages of the forum that no navigation shows and no organiser wrote."""
        entries = self.build.library.pages
        for path in self.build.pages:
            file = self.files.src_uris.get(path)
            if file and path not in shown:
                is_empty = path not in entries and file.generated_by
                if is_empty or isinstance(file.page, ContributionPage):
                    yield path, file

    def _is_good(self, file: File, record: Record) -> bool:
        assert self.keys
        leads, texts = record["leads"], record["texts"].values()
        return (
            self.last.has_output(file.dest_uri)
            and self.keys.leads(leads, self.files) == leads
            and all(map(self.last.has_text, texts))
        )

    def hide(self) -> None:
        """Let MkDocs pass the pages over."""
        self._include(InclusionLevel.EXCLUDED)

    def show(self) -> None:
        """Let the pages be pages of the site again."""
        self._include(InclusionLevel.NOT_IN_NAV)

    def begin(self, page: Page) -> Page:
        """Note whose page is being made; from the first one on, links lead to all pages."""
        if not self._is_begun:
            self._is_begun = True
            self.show()
        self.last.hear_of(page.file.src_uri)
        return page

    def all_files(self) -> list[File]:
        """Give the files of all pages, those that are taken over in their places."""
        return [
            file
            for file in self.files
            if file.is_documentation_page()
            and (file.inclusion.is_included() or file.src_uri in self.kept)
        ]

    def _include(self, level: InclusionLevel) -> None:
        for path in self.kept:
            if file := self.files.src_uris.get(path):
                file.inclusion = level

    def look_at(
        self,
        rendered: Mapping[str, Rendered],
        lost: Iterable[Diagnostic],
        texts: Mapping[str, str],
    ) -> None:
        """Note what was rendered, save pages of which something was told.

        Arguments:
            rendered: What rendering gave, by the path of the page's file.
            lost: What couldn't be rendered or shown.
            texts: Hashes of the texts by their names.
        """
        wrong = {fault.location.path for fault in lost}
        for path in self.records.keys() & rendered.keys():
            assert self.keys
            sources = self.keys.sources(path)
            if not wrong.isdisjoint([path, *sources]):
                del self.records[path]
                continue
            names = self.keys.texts(path)
            self.records[path] |= {
                "leads": self.keys.leads(self._asked(path, rendered[path], sources), self.files),
                "texts": {name: texts[name] for name in names if name in texts},
            }

    def _asked(self, path: str, rendered: Rendered, sources: Iterable[str]) -> set[str]:
        pages = [page for _, page in self._pages(path, rendered)]
        asked = [page.asked for page in pages if isinstance(page, ContributionPage)]
        return set().union(*asked, *(self.build.extension.asked.get(each, ()) for each in sources))

    def _pages(self, path: str, rendered: Rendered) -> Iterable[tuple[str, Page]]:
        file = self.files.src_uris.get(path)
        if file and file.page:
            yield path, file.page
        fragments = rendered.discussion.fragments if rendered.discussion else {}
        yield from ((each.page.file.src_uri, each.page) for each in fragments.values())

    def finish(self, rendered: Mapping[str, Rendered]) -> None:
        """Link what is taken over into the new site, and complete the search.

        Arguments:
            rendered: What rendering gave, by the path of the page's file.
        """
        self.show()
        self.last.hear_of(None)
        told = self.last.told_pages
        for path in self.records.keys() & rendered.keys():
            if path in told or "leads" not in self.records[path]:
                del self.records[path]
                continue
            file = self.files.src_uris.get(path)
            assert file
            assert file.page
            self.records[path] |= {
                "anchors": sorted(file.page.present_anchor_ids or ()),
                "links": [
                    [source, _links(page)] for source, page in self._pages(path, rendered[path])
                ],
            }
        for path, record in self.kept.items():
            if file := self.files.src_uris.get(path):
                self.last.link(file.dest_uri)
                self._check_anchors(file, record)
        self._complete_search(Path(self.config.site_dir))

    def _check_anchors(self, host: File, record: Record) -> None:
        """Tell links to anchors that are gone since, as MkDocs does."""
        config = self.config
        for source, links in filter(lambda found: found[1], record["links"]):
            directories = config.use_directory_urls
            file = File(
                source, config.docs_dir, config.site_dir, directories, dest_uri=host.dest_uri
            )
            page = Page(None, file, config)
            page.links_to_anchors = {}
            for target, anchor, written in links:
                if found := self.files.src_uris.get(target):
                    page.links_to_anchors.setdefault(found, {})[anchor] = written
            page.validate_anchor_links(files=self.files, log_level=config.validation.links.anchors)

    def _complete_search(self, site: Path) -> None:
        """Put the entries of the pages that are taken over in their places among the others."""
        index = site / SEARCH_INDEX
        if not self.kept or not index.is_file():
            return
        before = self.last.output(SEARCH_INDEX)
        found = json.loads(index.read_text(encoding="utf-8"))
        entries: dict[str, list[Any]] = {}
        kept = {file.url for path in self.kept if (file := self.files.src_uris.get(path))}
        old = json.loads(before.read_text(encoding="utf-8"))["docs"]
        for entry in (*found["docs"], *(each for each in old if _page(each) in kept)):
            entries.setdefault(_page(entry), []).append(entry)
        order = [_bare(file.url) for file in self.files.documentation_pages()]
        found["docs"] = [entry for url in order for entry in entries.get(url, ())]
        text = json.dumps(found, separators=(",", ":"))
        index.write_text(text, encoding="utf-8", newline="\n")

    def to_note(self) -> dict[str, Record]:
        """Give what the next build may take over, by the paths of the outputs."""
        return {
            file.dest_uri: record
            for path, record in self.records.items()
            if "links" in record and (file := self.files.src_uris.get(path))
        }


def _page(entry: Mapping[str, str]) -> str:
    return entry["location"].partition("#")[0]


def _bare(url: str) -> str:
    return "" if url in {".", "./"} else url


def _links(page: Page) -> list[tuple[str, str, str]]:
    """Give the links to anchors in other files: path, anchor, and how it was written."""
    return [
        (file.src_uri, anchor, written)
        for file, links in (page.links_to_anchors or {}).items()
        if file.src_uri != page.file.src_uri
        for anchor, written in links.items()
    ]
