"""Pages made of the site's templates alone: what the policy of its scripts is taken from."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateError
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_forum.adapter.files import virtual_file
from mkdocs_forum.adapter.log import tell_unasked
from mkdocs_forum.core.html.policy import content_security_policy
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.environment import TEMPLATES
from mkdocs_forum.core.words.language import Language


def policy_of(
    environment: Environment, files: Files, config: MkDocsConfig, settings: Settings
) -> str:
    """Give the Content-Security-Policy of a site.

    Raises:
        PluginError: A template of the site can't be rendered without a text.
    """
    forge = urlsplit(settings.repository or "")
    return content_security_policy(
        frames(environment, files, config, Language(settings.language)),
        forms=[f"{forge.scheme}://{forge.netloc}"] if forge.netloc else [],
        webassembly=any("pagefind" in str(script) for script in config.extra_javascript),
    )


def frames(
    environment: Environment, files: Files, config: MkDocsConfig, language: Language
) -> Iterator[str]:
    """Render an empty page at each depth of the site, and give the forum's own templates.

    Raises:
        PluginError: A template of the site can't be rendered without a text.
    """
    page = Page("", virtual_file(config, "forum.md", ""), config)
    page.content = ""
    context = get_context(Navigation([], []), Files([]), config, page)
    template, others = environment.get_template("main.html"), _Others(page, config, language)
    for base in sorted(_bases(files, config)):
        try:
            frame = template.render({**context, "base_url": base})
        except TemplateError as error:
            raise PluginError(
                f"The site's templates can't be rendered for a page without a text: {error}. "
                "Write 'content_security_policy: false' to do without."
            ) from error
        yield frame
        yield others.complete(frame)
    for path in sorted(TEMPLATES.rglob("*.html")):
        yield path.read_text(encoding="utf-8")


class _Others:
    """What other plugins and hooks write into each page at last.

    The scripts that they write into an empty page may run. No page with a text is asked: a script
    that a member brought in would run, too.
    """

    def __init__(self, page: Page, config: MkDocsConfig, language: Language) -> None:
        own = config.plugins.get("forum")
        events = config.plugins.events["post_page"]
        self._page, self._config, self._language = page, config, language
        self._methods = [each for each in events if getattr(each, "__self__", None) is not own]

    def complete(self, frame: str) -> str:
        """Give an empty page with what they write into it; one that fails isn't asked again."""
        for method in list(self._methods):
            try:
                frame = method(frame, page=self._page, config=self._config) or frame
            except Exception as error:
                self._methods.remove(method)
                tell_unasked(method.__module__, error, self._language)
        return frame


def _bases(files: Files, config: MkDocsConfig) -> set[str]:
    """Give every way from a page to the root of the site."""
    templates = [name for name in config.theme.static_templates if name.endswith(".html")]
    return {
        *(get_relative_url(".", file.url) for file in files.documentation_pages()),
        *(get_relative_url(".", name) for name in templates),
        urlsplit(config.site_url or "/").path,  # Where nothing is found.
    }
