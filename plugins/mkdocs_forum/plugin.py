"""The forum as a MkDocs plugin: events are translated, the core is called, its answer put back."""

import math
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from mkdocs_forum.adapter.discussion import discuss
from mkdocs_forum.adapter.documents import press, publish
from mkdocs_forum.adapter.files import (
    add_outputs,
    default_navigation,
    empty_sidebars,
    entry_texts,
    file_faults,
    lead_to_top,
    list_site,
    place_entries,
    place_pages,
    place_photos,
    site_of,
    source_of,
    survey_files,
)
from mkdocs_forum.adapter.finish import Finish
from mkdocs_forum.adapter.log import has_errors, tell
from mkdocs_forum.adapter.options import ForumOptions, settings_of, shown_root
from mkdocs_forum.adapter.outputs import beside_pages
from mkdocs_forum.adapter.policy import policy_of
from mkdocs_forum.adapter.sanitise import sanitise_page, shown_keys
from mkdocs_forum.adapter.search import separate_words
from mkdocs_forum.adapter.staging import Staging
from mkdocs_forum.adapter.titles import escaped, typeset_titles
from mkdocs_forum.core.checks.site import dead_links, survey
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.forms.guide import all_pages
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.html.extension import ForumExtension, fill_states, hidden_questions
from mkdocs_forum.core.html.typography import typeset_html
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.targets import link_targets
from mkdocs_forum.core.model.kinds import Talk
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.redirects import redirect_pages
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.assets import STYLE, lacking
from mkdocs_forum.core.pages.environment import TEMPLATES, prepare
from mkdocs_forum.core.pages.make_views import make_views
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.views import Views
from mkdocs_forum.core.printing.documents import Press, documents
from mkdocs_forum.core.printing.talk import Texts
from mkdocs_forum.core.reading.entry import is_contribution
from mkdocs_forum.core.reading.questions.scan import mark
from mkdocs_forum.core.reading.read import Missing
from mkdocs_forum.core.words.language import Language


class ForumPlugin(BasePlugin[ForumOptions]):
    """Turns the entries of a forum into its site."""

    _live = False
    _in_place = False
    _staging: Staging | None = None
    _finish: Finish
    _settings: Settings
    _root: str
    _entries: dict[str, bytes]
    _library: Library
    _missing: Missing
    _problems: list[Diagnostic]
    _views: Views
    _pages: dict[str, VirtualPage]
    _environment: Environment
    _extension: ForumExtension
    _texts: Texts
    _fragments: list[Page]
    _press: Press
    _unbound: list[Diagnostic]

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note how the site is built; nothing else outlives a build."""
        self._live = command == "serve"
        self._in_place = self._live or dirty

    @event_priority(math.inf)  # First: other plugins note where the site is built, and its words.
    def _stage(self, config: MkDocsConfig) -> None:
        """Build in a folder aside, since MkDocs empties the site's own; prepare the search."""
        self._staging = None if self._in_place else Staging(config)
        separate_words(config)

    def _configure(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the forum's templates and styles to the site.

        Raises:
            PluginError: The theme isn't Material, or the libraries of the preview are lacking.
        """
        self._settings = settings_of(self.config, config, live=self._live)
        self._root = shown_root(config)
        if not any((Path(folder) / ".icons").is_dir() for folder in config.theme.dirs):
            raise PluginError("The forum needs the theme Material: write 'theme: name: material'.")
        if lacking():
            raise PluginError("The preview's libraries are lacking: type 'python .ci/vendor.py'.")
        config.theme.dirs.append(str(TEMPLATES))
        # First, so that the site's own styles have the last word.
        config.extra_css.insert(0, STYLE)
        # MkDocs reads the keys: it would take the first line of a text for more of them.
        config.markdown_extensions = [name for name in config.markdown_extensions if name != "meta"]
        language = Language(self._settings.language)
        config.mdx_configs.setdefault("toc", {}).setdefault("title", language.tell("Contents"))
        back = language.tell("Back to note %d in the text")
        config.mdx_configs.setdefault("footnotes", {}).setdefault("BACKLINK_TITLE", back)
        return config

    on_config = CombinedEvent(_stage, _configure)

    @event_priority(-math.inf)  # Last: other plugins may name another folder.
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Open the folder aside; read the library before anything else is done.

        Raises:
            PluginError: The site is being built, or the content has errors, each logged before.
        """
        if self._staging:
            self._staging.open(Language(self._settings.language))
        files, faults = list_site(config)
        faults += file_faults(files, config, self._settings)
        self._load(entry_texts(files, self._settings), faults)
        if has_errors(self._problems):
            # No page will be made, so all that can be told is told now.
            found = survey_files(files, config, self._library, self._missing, self._settings)
            self._report([*self._problems, *found])

    @event_priority(-50)  # Late: content added by other plugins counts too.
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add one virtual file per derived page.

        Raises:
            PluginError: What other plugins added has errors; each was logged before.
        """
        if (texts := entry_texts(files, self._settings)) != self._entries:
            self._load(texts)
        site = site_of(files, config, self._settings)
        findings = survey(self._library, self._missing, self._settings, site)
        self._problems += [found.fault for found in findings]
        self._report(self._problems)
        self._views = make_views(self._library, self._settings)
        pages = list(all_pages(self._library, self._settings, self._views))
        place_entries(files, texts, pages, self._settings)
        place_photos(files, self._library, self._settings)
        self._pages = place_pages(files, pages, config)
        if config.nav is None:
            config.nav = default_navigation(files, self._pages)
        known = self._library, self._missing, self._settings
        add_outputs(files, beside_pages(*known, site, config.site_url or ""), config)
        self._texts, self._fragments = Texts(), []
        self._environment = prepare(config.theme.get_env(), self._settings)
        targets = link_targets(self._library, self._settings)
        self._extension = ForumExtension(targets, source_of, dead_links(findings))
        config.markdown_extensions.append(self._extension)  # type: ignore[arg-type]
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Date every page by the day of the build, for a site that is the same on every day."""
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = self._settings.today.isoformat()
        return nav

    def on_page_read_source(self, /, *, page: Page, config: MkDocsConfig) -> str | None:
        """Give MkDocs the text of an entry alone: its frontmatter was read by the forum."""
        entry = self._library.pages.get(page.file.src_uri)
        if entry is None:
            return None
        questions = self._library.asked(entry.slug) if isinstance(entry.meta, Talk) else []
        # The empty line keeps MkDocs from taking a first line such as `Note: …` for a key.
        return "\n" + mark(entry.body, questions)

    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Tell the theme how a page is called and which template shows it."""
        if entry := self._library.pages.get(page.file.src_uri):
            page.meta.update(shown_keys(entry))
        view = self._pages.get(page.file.src_uri)
        if view is None:
            return markdown
        # The theme prints titles and descriptions as they are.
        if view.title:
            page.meta.setdefault("title", escaped(view.title))
        if view.description:
            page.meta.setdefault("description", escaped(view.description))
        page.meta.setdefault("template", view.template)
        return markdown

    @event_priority(-50)  # Late: what other plugins make of a text is shown everywhere.
    def on_page_content(
        self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Set a text's typography and put into a page what other files hold of it."""
        self._tell_links_as_written(page)
        view = self._pages.get(page.file.src_uri)
        if self._is_contributed(page):
            html = sanitise_page(page, html, self._settings)
        if view and isinstance(view.context, contexts.Question):
            html += self._discussion(view.context, page, files, config)
        elif self._settings.spaced(_language(view)):
            html = typeset_html(html)
            typeset_titles(page)
        if view is None:
            return html
        page.meta.setdefault("hide", empty_sidebars(page, config))
        lead_to_top(page)
        return self._with_states(view, page, html)

    @event_priority(-50)  # Late: what other plugins give the templates is there.
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Prepare the templates; all pages are rendered, so write what is made of their texts."""
        site_url = config.site_url or ""
        env = prepare(env, self._settings)
        has_policy = self.config.content_security_policy and not self._live
        policy = policy_of(env, files, config, self._settings) if has_policy else ""
        self._finish = Finish(policy)
        self._press = press(
            self._library, self._views, self._texts, self._settings, self._environment, config
        )
        redirects = redirect_pages(self._library, self._settings, self._environment, site_url)
        add_outputs(files, self._finish.outputs(redirects), config)
        self._unbound = publish(documents(self._press), files, config, self._settings, self._finish)
        return env

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page's template what the forum knows."""
        view = self._pages.get(page.file.src_uri)
        if view is None:
            return context
        document = self._press.document(view.kind, view.subject or "", page.url)
        return cast(TemplateContext, {**view.variables, "document": document, **context})

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Finish a page."""
        return self._finish.page(output)

    def on_post_template(
        self, output_content: str, /, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Finish a page that has no file, such as the one for what isn't found."""
        is_page = template_name.endswith(".html")
        return self._finish.page(output_content) if is_page else output_content

    @event_priority(-math.inf)  # Last: a plugin that fails, or warns, keeps the site as it was.
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Check the anchors in answers and syntheses as MkDocs does; put a good site in place.

        Raises:
            PluginError: The site can't be put in place, or lacks a PDF document.
        """
        self._finish.search_index(Path(config.site_dir))
        for fragment in self._fragments:
            self._tell_links_as_written(fragment)
            fragment.validate_anchor_links(
                files=Files([]), log_level=config.validation.links.anchors
            )
        self._report(self._unbound)
        if self._staging:
            self._staging.finish()

    def on_shutdown(self, **_: object) -> None:
        """Leave the last site as it is: the build failed, or was stopped, which is no error."""
        if self._staging:
            self._staging.drop()

    on_build_error = on_shutdown

    def _load(self, texts: dict[str, bytes], faults: Iterable[Diagnostic] = ()) -> None:
        self._entries = texts
        self._library, problems, self._missing = load(texts, self._settings)
        self._problems = [*faults, *problems]

    def _is_contributed(self, page: Page) -> bool:
        """Whether a page was rendered from a text that someone sent."""
        path = page.file.src_uri
        derived = path in self._pages and path not in self._library.pages
        return is_contribution(path, self._settings) and not derived

    def _discussion(
        self, context: contexts.Question, page: Page, files: Files, config: MkDocsConfig
    ) -> str:
        discussion = discuss(
            context,
            page,
            files,
            config,
            library=self._library,
            settings=self._settings,
            environment=self._environment,
        )
        page.toc = TableOfContents(list(discussion.toc))
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *discussion.anchors}
        key = context.question.id
        for name, fragment in discussion.fragments.items():
            self._fragments.append(fragment.page)
            kinds = {"detail": self._texts.details, "synthesis": self._texts.syntheses}
            if name in kinds:
                kinds[name][key] = fragment.html
            else:
                self._texts.answers[name] = fragment.html
        return discussion.html

    def _with_states(self, view: VirtualPage, page: Page, html: str) -> str:
        """Keep a text for what is made of it later, and tell the state of each of its questions."""
        slug = view.subject or ""
        if view.kind == "talk":
            asked = self._library.asked(slug)
            keys = {question.id for question in asked}
            hidden = hidden_questions(asked, page.present_anchor_ids or ())
            self._report(found for found in hidden if found not in self._problems)
            self._texts.talks[slug] = html
            # A place for the state of another talk's question was written by hand.
            return fill_states(html, lambda key: self._state(key, page) if key in keys else "")
        if view.kind == "edition" and page.file.src_uri in self._library.pages:
            self._texts.editions[slug] = html
        return html

    def _tell_links_as_written(self, page: Page) -> None:
        """Let MkDocs' warnings name the links that the author wrote."""
        for links in (page.links_to_anchors or {}).values():
            for anchor, link in links.items():
                links[anchor] = self._extension.written.get((page.file.src_uri, link), link)

    def _state(self, key: str, page: Page) -> str:
        template = self._environment.get_template("forum/partials/state.html")
        return template.render(question=self._views.questions[key], page=page)

    def _report(self, problems: Iterable[Diagnostic]) -> None:
        tell(problems, Language(self._settings.language), self._root)


def _language(view: VirtualPage | None) -> str | None:
    """Give the language of a page's text, or nothing where it is the site's."""
    context = view.context if view else None
    return context.talk.meta.lang if isinstance(context, contexts.Talk) else None
