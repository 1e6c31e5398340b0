"""The beginning of a build: the forum's pages are derived and get their places."""

from collections.abc import Sequence
from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.adapter.configuration import Origin, without
from mkdocs_forum.adapter.files import (
    default_navigation,
    place_entries,
    place_pages,
    place_pictures,
    site_of,
    transcripts_of,
)
from mkdocs_forum.adapter.loading import Loaded, days_of
from mkdocs_forum.adapter.rendering.markdown import (
    Failures,
    for_contributions,
    guard_events,
    guard_pages,
    source_of,
)
from mkdocs_forum.adapter.theme.shell import offer, without_theme
from mkdocs_forum.core.checks.link_targets import Site
from mkdocs_forum.core.checks.links import Finding
from mkdocs_forum.core.checks.site import check_site, dead_links
from mkdocs_forum.core.forms.guide import all_pages
from mkdocs_forum.core.html.extension import ForumExtension
from mkdocs_forum.core.library.keeping import Keep
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.targets import link_targets
from mkdocs_forum.core.library.titles import shown_titles
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.citing.citations import Citations
from mkdocs_forum.core.pages.making.make_views import make_views


def begin(
    loaded: Loaded,
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    origin: Origin,
    keep: Keep,
) -> Build:
    """Derive the forum's pages, place them among the files and add the forum to Markdown."""
    site = site_of(files, config, settings)
    library, faults, missing = loaded.forum
    findings = check_site(library, missing, settings, site)
    views = make_views(library, settings)
    transcripts = transcripts_of(views, files)
    pages = all_pages(library, settings, views, transcripts, keep)
    place_entries(files, loaded.texts, pages, settings)
    config.nav = without(config.nav, loaded.texts.keys() - files.src_uris.keys() - origin.nav)
    place_pictures(files, loaded.texts, library, site, settings)
    placed = place_pages(files, pages, config)
    failures: Failures = {}
    sources = {path: entry.source for path, entry in library.pages.items()}
    guard_pages(files, config, sources, failures)
    guard_events(config, sources, failures)
    if config.nav is None:
        config.nav = default_navigation(files, placed)
    citations = Citations(library, views, settings)
    environment = offer(without_theme(config, settings), citations)
    build = Build(
        settings=settings,
        loaded=loaded,
        faults=[*faults, *(found.fault for found in findings)],
        views=views,
        site=site,
        pages=placed,
        environment=environment,
        extension=_extension(library, settings, findings),
        github=for_contributions(config, settings),
        failures=failures,
        citations=citations,
        transcripts=transcripts,
        days=days_of(origin.docs, settings),
    )
    own = [build.extension, build.github]
    config.markdown_extensions.extend(own)  # type: ignore[arg-type]
    return build


def derived(
    before: Build, loaded: Loaded, site: Site, findings: Sequence[Finding], keep: Keep
) -> Build | None:
    """Derive the same pages from other texts; nothing where the pages aren't the same.

    Arguments:
        before: A build of the site.
        loaded: The texts as they are now.
        site: What stands beside the forum.
        findings: What was found among the site's files.
        keep: Keeps what is made of plain values alone.
    """
    (library, faults, _), settings = loaded.forum, before.settings
    views = make_views(library, settings)
    paths = {view.source: path for path, view in before.pages.items()}
    made = all_pages(library, settings, views, before.transcripts, keep)
    pages = {page.source: page for page in made}
    if pages.keys() != paths.keys():
        return None
    return replace(
        before,
        loaded=loaded,
        site=site,
        faults=[*faults, *(found.fault for found in findings)],
        views=views,
        pages={paths[source]: page for source, page in pages.items()},
        extension=_extension(library, settings, findings),
        citations=Citations(library, views, settings),
    )


def _extension(library: Library, settings: Settings, findings: Sequence[Finding]) -> ForumExtension:
    targets = link_targets(library, settings)
    return ForumExtension(targets, source_of, dead_links(findings), shown_titles(library))
