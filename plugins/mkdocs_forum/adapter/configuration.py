"""What a site's configuration gets from the forum: its templates, its style, its words."""

import logging
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_forum.adapter.log import tell_unreachable
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.hosts.web_manifest import ICON
from mkdocs_forum.core.pages.assets import STYLE, lacking
from mkdocs_forum.core.pages.environment import TEMPLATES
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES, conventions

log = logging.getLogger("mkdocs.plugins.forum")
SEARCH: Final = "material/search"
TRIPWIRE: Final = "mkdocs_forum"
"""Name of the extension that stops programs which don't run the plugin."""
THEMES_ICON: Final = "assets/images/favicon.png"
"""Icon of a site that chose none: that of the theme."""
LOGO: Final = "forum/logo"
"""Drawing in the head of the pages of a site that chose none."""


@dataclass(frozen=True)
class Origin:
    """What a site's configuration says before other plugins change it."""

    docs: Path
    """Folder of the texts, which the repository knows."""
    nav: frozenset[str]
    """Paths that the navigation names."""


def prepare_site(config: MkDocsConfig, *, is_our_search: bool) -> Origin:
    """Prepare a configuration before other plugins see it.

    Arguments:
        config: The site's configuration.
        is_our_search: Whether the forum makes the index of the search.

    Returns:
        What others change: `monorepo` copies the texts, `literate-nav` lists them all.
    """
    disarm(config)
    if not is_our_search:
        tell_separator(config)
    return Origin(Path(config.docs_dir), frozenset(_paths(config.nav)))


def _paths(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _paths(item)


def without(nav: object, left: Collection[str]) -> object:
    """Give a navigation without some paths, and without the sections that held nothing else."""
    if isinstance(nav, str):
        return None if nav in left else nav
    if isinstance(nav, dict):
        return {title: kept for title, each in nav.items() if (kept := without(each, left))}
    return [kept for each in nav if (kept := without(each, left))] if isinstance(nav, list) else nav


def configure(config: MkDocsConfig, settings: Settings) -> None:
    """Add the forum's templates and styles to a site; warn where nobody can send a text to it.

    Raises:
        PluginError: The theme isn't Material, or the libraries of the preview are lacking.
    """
    if not any((Path(folder) / ".icons").is_dir() for folder in config.theme.dirs):
        raise PluginError("The forum needs the theme Material: write 'theme: name: material'.")
    if lacking():
        raise PluginError("The preview's libraries are lacking: type 'python .ci/vendor.py'.")
    config.theme.dirs.append(str(TEMPLATES))
    # First, so that the site's own styles have the last word.
    config.extra_css.insert(0, STYLE)
    if config.theme.get("favicon") == THEMES_ICON:
        config.theme["favicon"] = ICON
    if not config.theme.get("logo"):
        config.theme["icon"] = {"logo": LOGO, **(config.theme.get("icon") or {})}
    # MkDocs reads the keys: it would take the first line of a text for more of them.
    config.markdown_extensions = [name for name in config.markdown_extensions if name != "meta"]
    language = Language(settings.language)
    config.mdx_configs.setdefault("toc", {}).setdefault("title", language.tell("Contents"))
    back = language.tell("Back to note %d in the text")
    config.mdx_configs.setdefault("footnotes", {}).setdefault("BACKLINK_TITLE", back)
    tell_unreachable(settings)


def disarm(config: MkDocsConfig) -> bool:
    """Let a site's texts be rendered, since the plugin watches over them.

    Returns:
        Whether other programs are kept from rendering them.
    """
    is_armed = TRIPWIRE in config.markdown_extensions
    if is_armed:
        config.markdown_extensions.remove(TRIPWIRE)
    return is_armed


def turn_search_off(config: MkDocsConfig) -> None:
    """Let the theme write no index, since the forum has a search of its own.

    Once it is configured: `static-i18n` counts on an index, which stays empty.
    """
    if search := config.plugins.get(SEARCH):
        search.config["enabled"] = False
        log.info("The forum has a search of its own: the plugin 'search' isn't needed any more.")


def tell_separator(config: MkDocsConfig) -> None:
    """Tell the theme's search where words begin, unless the site has; it knows English ones."""
    search, code = config.plugins.get(SEARCH), str(config.theme.get("language"))
    separator = conventions(code).search_separator if code in LANGUAGES else None
    if search and separator and not search.config.get("separator"):
        search.config["separator"] = separator


def settle_address(config: MkDocsConfig, settings: Settings) -> Settings:
    """Let the site's address end with a slash, whatever plugins and hooks made of it.

    MkDocs sees to that before it calls them. Every address is joined to this one as to a folder:
    without the slash its last part would run together with the first one of a page.

    Returns:
        The settings with that address, from which all that the forum writes takes it.
    """
    if config.site_url and not config.site_url.endswith("/"):
        config.site_url += "/"
    return replace(settings, site_url=config.site_url or "")
