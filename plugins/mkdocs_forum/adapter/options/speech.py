"""The language of a site: that of its theme, unless the plugin is told another one."""

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_forum.core.words.languages import LANGUAGES


def theme_language(config: MkDocsConfig) -> str:
    """Give the code of the theme's language, perhaps with its country."""
    return str(config.theme.get("language") or config.theme.locale)


def spoken(theme: str) -> str:
    """Give the language of the interface for that of a theme: English where no sentences are."""
    return base if (base := _base(theme)) in LANGUAGES else "en"


def unspoken(config: MkDocsConfig) -> str | None:
    """Give the code of the theme's language if the forum has no sentences in it."""
    code = _base(theme_language(config))
    return None if code in LANGUAGES else code


def _base(language: str) -> str:
    """Give the code of a language without its country."""
    return language.replace("_", "-").split("-")[0]
