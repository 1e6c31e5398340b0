"""Pages made of the site's templates alone: what the policy of its scripts is taken from."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateError
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_forum.core.html.policy import content_security_policy
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.environment import TEMPLATES


def policy_of(
    environment: Environment, files: Files, config: MkDocsConfig, settings: Settings
) -> str:
    """Give the Content-Security-Policy of a site.

    Raises:
        PluginError: A template of the site can't be rendered without a text.
    """
    forge = urlsplit(settings.repository or "")
    return content_security_policy(
        frames(environment, files, config),
        forms=[f"{forge.scheme}://{forge.netloc}"] if forge.netloc else [],
        webassembly=any("pagefind" in str(script) for script in config.extra_javascript),
    )


def frames(environment: Environment, files: Files, config: MkDocsConfig) -> Iterator[str]:
    """Render an empty page at each depth of the site, and give the forum's own templates.

    Raises:
        PluginError: A template of the site can't be rendered without a text.
    """
    page = Page("", File.generated(config, "forum.md", content=""), config)
    page.content = ""
    context = get_context(Navigation([], []), Files([]), config, page)
    template = environment.get_template("main.html")
    for base in sorted(_bases(files, config)):
        try:
            yield template.render({**context, "base_url": base})
        except TemplateError as error:
            raise PluginError(
                f"The site's templates can't be rendered for a page without a text: {error}. "
                "Write 'content_security_policy: false' to do without."
            ) from error
    for path in sorted(TEMPLATES.rglob("*.html")):
        yield path.read_text(encoding="utf-8")


def _bases(files: Files, config: MkDocsConfig) -> set[str]:
    """Give every way from a page to the root of the site."""
    templates = [name for name in config.theme.static_templates if name.endswith(".html")]
    return {
        *(get_relative_url(".", file.url) for file in files.documentation_pages()),
        *(get_relative_url(".", name) for name in templates),
        urlsplit(config.site_url or "/").path,  # Where nothing is found.
    }
