"""A forum as it is served: what its pages are made of, and what becomes of it by an edit."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_forum.adapter.beginning import derived
from mkdocs_forum.adapter.build import Build, Rendered
from mkdocs_forum.adapter.ending import Ending
from mkdocs_forum.adapter.files import left_out
from mkdocs_forum.adapter.live.sources import Sources
from mkdocs_forum.adapter.live.texts import Render, texts_on_demand
from mkdocs_forum.adapter.loading import Loaded
from mkdocs_forum.adapter.log import has_errors
from mkdocs_forum.core.checks.link_targets import Site
from mkdocs_forum.core.checks.site import check_site
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.library.keeping import Keep
from mkdocs_forum.core.outputs.cards.cards import cards_of
from mkdocs_forum.core.reading.entry import is_contribution
from mkdocs_forum.core.reading.read import Reader
from mkdocs_forum.core.words.characters import visible


@dataclass(frozen=True)
class State:
    """What the pages of a site are made of."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    environment: Environment
    """That of the theme."""
    sources: Sources
    """The files as they were when they were read."""
    ending: Ending
    is_whole: bool = True
    """Whether all its pages were made, rather than those that somebody asked for."""
    pages: dict[str, Page] = field(default_factory=dict)
    """Pages whose texts are rendered, by the paths of their files."""
    made: set[str] = field(default_factory=set)
    """Paths below the root of the site of what was asked for."""

    @property
    def build(self) -> Build:
        """What is known before pages are rendered."""
        return self.ending.build

    @property
    def rendered(self) -> dict[str, Rendered]:
        """What rendering gave, by the paths of the files."""
        return self.ending.rendered

    @property
    def today(self) -> datetime.date:
        """The day on which it is shown."""
        return self.build.settings.today


@dataclass(frozen=True)
class Edited:
    """What an edit made of a forum."""

    changed: Collection[str]
    """Paths of the texts that were edited."""
    faults: Sequence[Diagnostic]
    state: State | None
    """What its pages are made of now; nothing where there are errors."""
    shown: Sequence[str] = ()
    """Paths of the files of the pages that show the texts that were edited."""


def edited(
    state: State, sources: Sources, read: Reader, keep: Keep, render: Render
) -> Edited | None:
    """Give what an edit of texts makes of a forum.

    Arguments:
        state: What its pages were made of.
        sources: The files as they are now.
        read: Reads the texts.
        keep: Keeps what is made of plain values alone.
        render: Renders what the page of a file's path shows.

    Returns:
        What there is now; nothing where something else was edited, where pages or pictures come or
        go, or where all pages change around their texts: that takes a whole build.
    """
    changed = sources.changed_since(state.sources)
    if not changed or not all(_is_plain(path, state) for path in changed):
        return None
    texts, site = _texts(state, sources, changed), _site(state, sources, changed)
    settings, of_files = state.build.settings, state.build.loaded.of_files
    library, faults, missing = forum = load(texts, settings, read=read)
    loaded = Loaded(texts, forum._replace(faults=[*of_files, *faults]), of_files)
    findings = check_site(library, missing, settings, site)
    found = [*loaded.forum.faults, *(finding.fault for finding in findings)]
    if has_errors(found):
        return Edited(changed, found, None)
    build = derived(state.build, loaded, site, findings, keep)
    if build is None or not _has_same_place(state, build):
        return None
    new = replace(
        state,
        sources=sources,
        ending=state.ending.after(build, texts_on_demand(build, render)),
        is_whole=False,
        pages={},
        made=set(),
    )
    return Edited(changed, found, new, sorted(_shown(changed, state.build, build)))


def _is_plain(path: str, state: State) -> bool:
    """Whether a file is the text of a contribution that no navigation shows."""
    is_text = path.endswith(".md") and is_contribution(path, state.build.settings)
    return is_text and visible(path) == path and path not in _in_nav(state)


def _in_nav(state: State) -> set[str]:
    return {page.file.src_uri for page in state.nav.pages}


def _texts(state: State, sources: Sources, changed: set[str]) -> Mapping[str, bytes]:
    before, docs = state.build.loaded.texts, Path(state.config.docs_dir)
    kept = {path: text for path, text in before.items() if path not in changed}
    for path in changed & sources.docs.keys():
        if path in before or not _file(path, state.config).inclusion.is_excluded():
            kept[path] = (docs / path).read_bytes()
    return dict(sorted(kept.items()))


def _site(state: State, sources: Sources, changed: set[str]) -> Site:
    before = state.build.site
    addresses = {path: url for path, url in before.addresses.items() if path not in changed}
    for path in changed & sources.docs.keys():
        file = _file(path, state.config)
        if not file.inclusion.is_excluded():
            addresses[path] = file.url
    return replace(before, addresses=addresses)


def _file(path: str, config: MkDocsConfig) -> File:
    file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
    set_exclusions([file], config)
    return file


def _has_same_place(state: State, build: Build) -> bool:
    """Whether the same files are published, and all pages have the same around their texts."""
    before, settings = state.build, build.settings
    titles = [
        [each.pages[path].title for path in sorted(_in_nav(state)) if path in each.pages]
        for each in (before, build)
    ]
    pictures = [
        left_out(each.loaded.texts, each.library, each.site, settings) for each in (before, build)
    ]
    cards = cards_of(build.views, settings) if settings.cards else {}
    return (
        titles[0] == titles[1]
        and pictures[0] == pictures[1]
        and build.library.pages.keys() == before.library.pages.keys()
        and cards.keys() == state.ending.naming.heads.site.images.keys()
    )


def _shown(changed: set[str], *builds: Build) -> set[str]:
    """Give the paths of the files of the pages that show some texts, before an edit or after it."""
    return {
        shown
        for build in builds
        for path in changed
        if (shown := _host(path, build)) in build.pages
    }


def _host(path: str, build: Build) -> str:
    targets = build.extension.targets
    return targets[path].page if path in targets else path
