"""Where words begin for the theme's search, which knows English ones alone."""

from typing import Final

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_forum.core.words.languages import LANGUAGES, conventions

SEARCH: Final = "material/search"


def separate_words(config: MkDocsConfig) -> None:
    """Tell the search where words begin, unless the site says so itself."""
    search, code = config.plugins.get(SEARCH), str(config.theme.get("language"))
    separator = conventions(code).search_separator if code in LANGUAGES else None
    if search and separator and not search.config.get("separator"):
        search.config["separator"] = separator
