"""The forum's place among the files, the navigation and the pages of a MkDocs site."""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import nest_paths

from mkdocs_forum.adapter.rendering.markdown import renderer
from mkdocs_forum.core.checks.link_targets import Site, unpublished_materials, unpublished_photos
from mkdocs_forum.core.checks.pictures import only_in_drafts
from mkdocs_forum.core.checks.site import check_site
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.assets import assets
from mkdocs_forum.core.pages.environment import TEMPLATES
from mkdocs_forum.core.pages.making.materials import Transcripts
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.views import Views
from mkdocs_forum.core.reading.entry import is_contribution, is_introduction, kind_of
from mkdocs_forum.core.reading.files import ACTIVE, check_files
from mkdocs_forum.core.reading.folder import list_files
from mkdocs_forum.core.reading.materials.transcript import read_transcript
from mkdocs_forum.core.reading.read import Missing

EMPTY: Final = TEMPLATES / "forum" / "empty.md"
"""Stands for the source of pages that have none."""

log = logging.getLogger("mkdocs.plugins.forum")


def list_site(config: MkDocsConfig) -> tuple[Files, list[Diagnostic]]:
    """List the files of the docs folder before MkDocs does, which follows symbolic links.

    Returns:
        The files, those too that the site excludes, and what stands in the folder that can't be
        read.
    """
    paths, faults = list_files(Path(config.docs_dir))
    files = Files(
        File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in paths
    )
    set_exclusions(files, config)
    return files, faults


def file_faults(
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    brought: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[Diagnostic]:
    """Report the files of the docs folder that may not be published.

    Arguments:
        files: The files.
        config: The site's configuration.
        settings: The options.
        brought: What pictures hold that don't lie in the folder yet, by path.
    """
    folders = [Path(folder) for folder in config.theme.dirs if Path(folder) != TEMPLATES]
    own = {output.target for output in assets()}

    def is_themes(path: str) -> bool:
        return path in own or any((folder / path).is_file() for folder in folders)

    told = [file.src_uri for file in files if _is_judged(file, settings)]
    return check_files(Path(config.docs_dir), told, settings, is_themes, brought)


def _is_judged(file: File, settings: Settings) -> bool:
    """Whether a file is published, or was sent and could run scripts.

    The latter are left out of the site, lest another program publishes them; who sent one is told.
    """
    if not file.inclusion.is_excluded():
        return True
    is_active = PurePosixPath(file.src_uri).suffix.lower() in ACTIVE
    return is_active and is_contribution(file.src_uri, settings)


def entry_texts(files: Iterable[File], settings: Settings) -> dict[str, bytes]:
    """Give what the texts of contributions hold, by path, save those that the site excludes."""
    return {
        file.src_uri: file.content_bytes
        for file in files
        if not file.inclusion.is_excluded()
        and file.src_uri.endswith(".md")
        and is_contribution(file.src_uri, settings)
    }


def site_of(files: Files, config: MkDocsConfig, settings: Settings) -> Site:
    """Give what is known of a site's files before the forum adds its own."""
    published = [file for file in files if not file.inclusion.is_excluded()]
    return Site(
        addresses={file.src_uri: file.url for file in published},
        pages={
            file.src_uri: file.content_bytes
            for file in published
            if file.is_documentation_page() and kind_of(file.src_uri, settings) is None
        },
        render=renderer(config, settings),
    )


def check_site_files(
    files: Files,
    config: MkDocsConfig,
    library: Library,
    missing: Missing,
    settings: Settings,
    proposed: Collection[str] = (),
    judged: Collection[str] | None = None,
) -> list[Diagnostic]:
    """Report what is found among files that no plugin has added to.

    Arguments:
        files: The files.
        config: The site's configuration.
        library: What the site shows.
        missing: What it lacks because files are at fault.
        settings: The options.
        proposed: Paths of texts that are new.
        judged: Paths of the files whose own faults are looked for; by default all.
    """
    listed = Files(list(files))
    listed.add_files_from_theme(config.theme.get_env(), config)
    site = site_of(listed, config, settings)
    findings = check_site(library, missing, settings, site, proposed=proposed, judged=judged)
    return [finding.fault for finding in findings]


def place_entries(
    files: Files, entries: Iterable[str], pages: Iterable[VirtualPage], settings: Settings
) -> None:
    """Take the files that are no page out of the site, and the others out of its navigation."""
    sources = {page.source for page in pages if page.subject and page.kind != "question"}
    for path in entries:
        file = files.src_uris.get(path)
        if file and (path in sources or is_introduction(path, settings)):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        elif file:
            files.remove(file)


def place_pictures(
    files: Files, texts: Mapping[str, bytes], library: Library, site: Site, settings: Settings
) -> None:
    """Take out of the site members' photos that no consent names, and pictures of drafts alone."""
    for path in left_out(texts, library, site, settings):
        if file := files.src_uris.get(path):
            files.remove(file)


def leave_out(files: Files) -> None:
    """Take all files out of a site."""
    for file in list(files):
        files.remove(file)


def left_out(
    texts: Mapping[str, bytes], library: Library, site: Site, settings: Settings
) -> set[str]:
    """Give the paths of the pictures, documents and transcripts that aren't published as files."""
    drafted = only_in_drafts(texts, library, site.pages.values(), settings)
    beside = unpublished_materials(library, settings, site.addresses)
    return unpublished_photos(library, settings) | drafted | beside


def transcripts_of(views: Views, files: Files) -> Transcripts:
    """Give what the transcripts say that the talks of a site bring."""
    paths = (material.path for talk in views.talks.values() for material in talk.materials)
    found = {path: files.src_uris.get(path) for path in paths if path.endswith(".vtt")}
    return {
        path: read_transcript(file.content_bytes.decode("utf-8", "replace"))
        for path, file in found.items()
        if file
    }


def place_pages(
    files: Files, pages: Iterable[VirtualPage], config: MkDocsConfig
) -> dict[str, VirtualPage]:
    """Add a file for each page that has none.

    A file of the site's own at the address of a page introduces it: its text stands above what
    the forum shows there.

    Returns:
        The pages by the path of their file.
    """
    own = {file.dest_uri: file for file in files.documentation_pages()}
    placed, added = {}, []
    for page in pages:
        file = virtual_file(config, page.source, "")
        if present := own.get(file.dest_uri):
            file = present
            file.inclusion = InclusionLevel.NOT_IN_NAV
        else:
            added.append(file)
        placed[file.src_uri] = page
    # Like files on a disk: an edit that changes which talk comes first leaves the map of the site.
    for file in sorted(added, key=lambda file: file.src_uri):
        files.append(file)
    return placed


def virtual_file(config: MkDocsConfig, path: str, content: str | bytes) -> File:
    """Give a file that is on no disk.

    Many plugins ask git or the disk about the path of each file, and fail where there is none. They
    are told that of an empty file outside the docs folder: whoever opens it gets no text, git knows
    no day of it, and nobody takes it for one that the site's authors wrote.
    """
    file = File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.abs_src_path = str(EMPTY)
    return file


def default_navigation(files: Files, pages: Mapping[str, VirtualPage]) -> list[object]:
    """Give the navigation of a site that has none of its own: sections, then its other pages."""
    roots: list[object] = [
        {page.title: source} if page.title else source
        for source, page in pages.items()
        if page.is_root
    ]
    others = [
        file.src_uri
        for file in files.documentation_pages()
        if file.src_uri not in pages and file.inclusion.is_in_nav()
    ]
    return [*roots, *nest_paths(sorted(others))]


def empty_sidebars(page: Page, config: MkDocsConfig) -> list[str]:
    """Tell which of the theme's side columns have nothing to show beside a page of the forum."""
    empty = [] if page.toc else ["toc"]
    # Where tabs hold the sections, the column shows what is below the page's own.
    tabs = "navigation.tabs" in config.theme.get("features", [])
    return ["navigation", *empty] if tabs and page.parent is None else empty


def lead_to_top(page: Page, html: str) -> None:
    """Let the theme's link past its furniture lead to the title of a page.

    The theme takes the first heading of the text for that; where a template writes the title
    above the text, the headings of the text stand below it, as the theme shows them.
    """
    if "<h1" not in html:
        top = AnchorLink(str(page.title), "forum_top", 1)
        top.children = list(page.toc)
        page.toc = TableOfContents([top])
