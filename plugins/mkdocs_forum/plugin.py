"""The forum as a MkDocs plugin: events are translated, the core is called, its answer put back."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_forum.adapter.beginning import begin
from mkdocs_forum.adapter.build import Build, Rendered
from mkdocs_forum.adapter.configuration import (
    Origin,
    configure,
    prepare_site,
    settle_address,
    turn_search_off,
)
from mkdocs_forum.adapter.documents import printer_of
from mkdocs_forum.adapter.ending import Ending, end
from mkdocs_forum.adapter.files import leave_out
from mkdocs_forum.adapter.kept.outputs import KeptOutputs
from mkdocs_forum.adapter.kept.pages import KeptPages
from mkdocs_forum.adapter.live.live import Live
from mkdocs_forum.adapter.loading import Loaded, read_again, read_forum
from mkdocs_forum.adapter.log import PAGES, TEXTS, has_errors, tell_full_disk, tell_unspoken
from mkdocs_forum.adapter.options.forum import ForumOptions, settings_of
from mkdocs_forum.adapter.options.speech import unspoken
from mkdocs_forum.adapter.outputs import SiteOutputs, shared_files
from mkdocs_forum.adapter.runs.run import Run
from mkdocs_forum.adapter.runs.staging import Staging
from mkdocs_forum.adapter.theme import sitemap
from mkdocs_forum.adapter.theme.names import name_page, source_of_page
from mkdocs_forum.adapter.theme.not_found import template_for
from mkdocs_forum.adapter.theme.textless import place_textless
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.environment import prepare

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class ForumPlugin(BasePlugin[ForumOptions]):
    """Turns the entries of a forum into its site."""

    _live: Live | None = None
    _in_place = False
    _run = Run()
    _settings = Settings()
    _origin: Origin
    _loaded: Loaded
    _build: Build
    _rendered: dict[str, Rendered]
    _outputs: KeptOutputs
    _pages: KeptPages
    _environment: Environment
    _ending: Ending

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note how the site is built; of builds, only what is served outlives the next one."""
        self._live = Live(self._show) if command == "serve" else None
        self._in_place = dirty

    def _show(self, ending: Ending) -> None:
        """Let pages be made of what is served."""
        self._build, self._rendered, self._ending = ending.build, ending.rendered, ending

    @event_priority(-math.inf)  # Last: others may name the builder that the server has.
    def on_serve(
        self, server: "LiveReloadServer", /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> "LiveReloadServer":
        """Let an edit change what depends on it, and the rest be made when it is asked for."""
        if self._live:
            self._live.serve(server, builder)
        return server

    @event_priority(math.inf)  # First: other plugins note where the site is built, and its words.
    def _stage(self, config: MkDocsConfig) -> None:
        """Build in a folder aside, since MkDocs empties the site's own; prepare the search.

        Other plugins may render a text as soon as they are configured.
        """
        self._origin = prepare_site(config, is_our_search=self.config.search)
        self._run = Run(self._live, None if self._in_place else Staging(config))

    def _configure(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the forum's templates and styles to the site.

        Raises:
            PluginError: The theme isn't Material, or the libraries of the preview are lacking.
        """
        live, docs = self._live is not None, self._origin.docs
        self._settings = settings_of(self.config, config, live=live, docs=docs)
        configure(config, self._settings)
        if not self.config.language and (code := unspoken(config)):
            tell_unspoken(code)
        return config

    on_config = CombinedEvent(_stage, _configure)

    @event_priority(-math.inf)  # Last: other plugins may name another folder.
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Open the folder aside; read the library before anything else is done.

        Where the site is what it would become, MkDocs gets nothing to do.

        Raises:
            PluginError: The site is being built, or the content has errors, each logged before.
        """
        self._settings = settle_address(config, self._settings)
        if self._settings.search:
            turn_search_off(config)
        if not self._run.open(config, self._settings):
            return
        self._run.settle()
        self._loaded = read_forum(config, self._settings, self._run.read)
        self._run.settle()
        if has_errors(self._loaded.forum.faults):
            self._run.report(self._loaded.forum.faults, config)

    @event_priority(-200)  # Late: content added by other plugins counts too, and what they leave.
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add one virtual file per derived page.

        Raises:
            PluginError: What other plugins added has errors; each was logged before.
        """
        last = self._run.last
        if last is None or self._run.is_idle:
            return files
        loaded = read_again(self._loaded, files, self._settings, self._run.read)
        self._rendered, self._outputs = {}, KeptOutputs(last)
        keep = self._outputs.keep
        self._build = begin(loaded, files, config, self._settings, self._origin, keep)
        self._run.settle()
        self._run.report(self._build.faults, config)
        if self._run.is_idle:
            return Files(())
        placed = SiteOutputs(files, config, self._outputs)
        placed.add(shared_files(self._build), at_once=False)
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Spare a renderer for pages without a text, and choose the pages to take over."""
        last = self._run.last
        if last is None or self._run.is_idle:
            return nav
        build = self._build
        self._run.progress.begin(TEXTS, len(files.documentation_pages()))
        self._pages = KeptPages(last, build, files, nav, config, self._outputs)
        self._pages.choose(printer_of(build))
        textless = build.pages.keys() - build.library.pages.keys() - self._pages.kept.keys()
        place_textless(files, textless, nav, config)
        self._run.settle()
        return nav

    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        """Note whose page is being made."""
        return self._pages.begin(page)

    def on_page_read_source(self, /, *, page: Page, config: MkDocsConfig) -> str | None:
        """Give MkDocs the text of an entry alone: its frontmatter was read by the forum."""
        return source_of_page(page, self._build)

    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Tell the theme how a page is called and which template shows it."""
        name_page(page, self._build)
        return markdown

    @event_priority(-50)  # Late: what other plugins make of a text is shown everywhere.
    def on_page_content(
        self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Set a text's typography and put into a page what other files hold of it."""
        rendered = self._build.rendered(page, html, files, config)
        self._rendered[page.file.src_uri] = rendered
        self._run.progress.step()
        return self._build.shown(page, rendered)

    @event_priority(-50)  # Late: what other plugins give the templates is there.
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Prepare the templates; all pages are rendered, so write what is made of their texts."""
        if self._run.is_idle:
            return env
        self._run.settle()
        lost = self._build.lost(self._rendered)
        self._run.report(lost, config)
        if self._run.is_idle:
            leave_out(files)
            return env
        self._environment = env = prepare(env, self._settings)
        self._ending = end(
            self._build,
            self._rendered,
            lost,
            self._pages,
            env,
            files,
            config,
            is_on_demand=self._pages.last.is_on_demand,
            has_policy=self.config.content_security_policy and not self._live,
            progress=self._run.progress,
        )
        self._run.settle()
        self._run.progress.begin(PAGES, len(files.documentation_pages()))
        return env

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let the map of the site show all its pages."""
        context["pages"] = self._pages.all_files()
        return context

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page's template what the forum knows."""
        self._pages.begin(page)
        return cast(TemplateContext, {**self._ending.variables(page), **context})

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Finish a page."""
        self._run.progress.step()
        return self._ending.shells.finished(output)

    def on_pre_template(
        self, template: Template, /, *, template_name: str, config: MkDocsConfig
    ) -> Template:
        """Give the forum's page for an address that leads nowhere."""
        return template_for(template_name, template, self._environment)

    def on_post_template(
        self, output_content: str, /, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Finish a page that has no file, such as the one for what isn't found."""
        if template_name == sitemap.NAME:
            talks = self._build.views.talks.values()
            return sitemap.with_languages(output_content, talks, self._settings)
        is_page = template_name.endswith(".html")
        return self._ending.finish.page(output_content) if is_page else output_content

    @event_priority(-math.inf)  # Last: a plugin that fails, or warns, keeps the site as it was.
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Check the anchors in answers and syntheses as MkDocs does; put a good site in place.

        Raises:
            PluginError: The site can't be put in place, or lacks a PDF document.
        """
        if not self._run.is_idle:
            self._run.progress.end()
            self._pages.finish(self._rendered)
            self._ending.complete(Path(config.site_dir))
            self._build.check_anchors(self._rendered.values(), config)
            self._run.report(self._ending.pdf_faults, config)
        if self._run.is_idle:
            self._run.stay(config)
        else:
            self._run.end(self._pages, self._ending, self._environment)

    def on_shutdown(self, **_: object) -> None:
        """Leave the last site as it is: a stopped build is no error."""
        self._run.close()

    def on_build_error(self, *, error: Exception, **_: object) -> None:
        """Leave the last site as it is, and tell in a sentence that the disk is full."""
        self.on_shutdown()
        tell_full_disk(error, self._run.language)

    @property
    def last_build(self) -> Build:
        """What the last build knew."""
        return self._build
