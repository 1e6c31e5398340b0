"""How texts of contributions are rendered: as on GitHub, with the extensions of the site.

Whatever one of these or another plugin raises meanwhile stops no other text: that one is shown as
it was written, and its fault is told with its path.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Final

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_forum.adapter.kept.asked import AskedFiles
from mkdocs_forum.core.checks.rendering import unrendered
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.gfm.extension import GfmExtension
from mkdocs_forum.core.html.tree import as_written
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import is_contribution
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.words.language import N_, Language

Failures = dict[str, Diagnostic]
"""The first fault of each text that couldn't be rendered, by its path."""
_EVENTS = ("page_markdown", "page_content")
_NOTES = "footnotes"
ALERTS: Final = (N_("Note"), N_("Tip"), N_("Important"), N_("Warning"), N_("Caution"))
"""Titles of the alerts that GitHub knows (`> [!NOTE]`)."""
FURTHER: Final = (_NOTES, "pymdownx.tasklist")
"""Extensions for what GitHub reads and the renderer doesn't by itself."""


def github(
    config: MkDocsConfig, settings: Settings, reads: Callable[[Markdown], bool]
) -> GfmExtension:
    """Give what lets a site's renderer read some texts as GitHub does.

    Arguments:
        config: The site's configuration.
        settings: The forum's options.
        reads: Tells whether the text that is being rendered is one of them.
    """
    notes = {"USE_DEFINITION_ORDER": False, **config.mdx_configs.get(_NOTES, {})}
    tell = Language(settings.language).tell
    titles = {str(title): tell(title) for title in ALERTS}
    return GfmExtension(reads, FURTHER, {**config.mdx_configs, _NOTES: notes}, titles)


def for_contributions(config: MkDocsConfig, settings: Settings) -> GfmExtension:
    """Give what lets a site's renderer read contributions as GitHub does."""
    return github(config, settings, lambda md: is_contribution(source_of(md) or "", settings))


def renderer(config: MkDocsConfig, settings: Settings) -> Callable[[str, str], str]:
    """Give what renders the text of a file with the site's extensions as they are now."""
    extensions, configs = list(config.markdown_extensions), dict(config.mdx_configs)

    def render(text: str, path: str) -> str:
        gfm = github(config, settings, lambda _: is_contribution(path, settings))
        return Markdown(extensions=[*extensions, gfm], extension_configs=configs).convert(text)

    return render


def source_of(md: Markdown) -> str | None:
    """Tell which file is being rendered: the processor of relative links knows it."""
    if "relpath" not in md.treeprocessors:
        return None
    path: str = md.treeprocessors["relpath"].file.src_uri  # type: ignore[attr-defined]
    return path


class ContributionPage(Page):
    """A page of a text that somebody sent, which stops nobody else's."""

    def __init__(
        self,
        title: str | None,
        file: File,
        config: MkDocsConfig,
        source: Source,
        failures: Failures,
    ) -> None:
        """Make the page of a file.

        Arguments:
            title: Its title in the navigation, if that has one.
            file: The file.
            config: The site's configuration.
            source: The text as it was read.
            failures: Takes what is told of it.
        """
        super().__init__(title, file, config)
        self._source, self._failures = source, failures
        self.asked: set[str] = set()
        """Paths by which its links were looked up among the files of the site."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the text; where that fails, show it as it was written."""
        looked_up = AskedFiles(files)
        self.asked = looked_up.asked
        try:
            super().render(config, looked_up)
        except MkDocsException:
            raise
        except Exception as error:
            fault = unrendered(self._source, error, self._attempt(config, files))
            self._failures.setdefault(self._source.path, fault)
            self.content = as_written(self._source.body)
            self.toc, self.present_anchor_ids = TableOfContents([]), set()

    def _attempt(self, config: MkDocsConfig, files: Files) -> Callable[[str], bool]:
        """Give what tells whether a part of the text can be rendered."""

        def is_rendered(part: str) -> bool:
            page = Page(None, self.file, config)
            self.file.page = self  # The other one has taken the place.
            page.markdown = part
            try:
                page.render(config, files)
            except Exception:
                return False
            return True

        return is_rendered


def guard_events(config: MkDocsConfig, sources: Mapping[str, Source], failures: Failures) -> None:
    """Let no plugin's event on the page of a contribution stop the build.

    What a plugin raises by MkDocs' own exceptions is meant to stop it.

    Arguments:
        config: The site's configuration.
        sources: The texts of contributions by path.
        failures: Takes what is told of them.
    """
    for name in _EVENTS:
        methods = config.plugins.events[name]
        methods[:] = [_guarded(method, sources, failures) for method in methods]


def _guarded(
    method: Callable[..., Any], sources: Mapping[str, Source], failures: Failures
) -> Callable[..., Any]:
    @wraps(method)
    def run(text: str, /, *, page: Page, **others: Any) -> Any:
        try:
            return method(text, page=page, **others)
        except MkDocsException:
            raise
        except Exception as error:
            source = sources.get(page.file.src_uri)
            if source is None:
                raise
            failures.setdefault(source.path, unrendered(source, error))
            return text

    return run


def guard_pages(
    files: Files, config: MkDocsConfig, sources: Mapping[str, Source], failures: Failures
) -> None:
    """Give the files of contributions their pages before MkDocs does."""
    titles = dict(_titles(config.nav))
    for path, source in sources.items():
        if file := files.get_file_from_path(path):
            ContributionPage(titles.get(path), file, config, source, failures)


def _titles(nav: object) -> list[tuple[str, str]]:
    """Give the titles in a navigation by the paths of their pages."""
    if isinstance(nav, list):
        return [pair for item in nav for pair in _titles(item)]
    items = nav.items() if isinstance(nav, dict) else ()
    named = [(below, title) for title, below in items if isinstance(below, str)]
    return named + [pair for _, below in items for pair in _titles(below)]
