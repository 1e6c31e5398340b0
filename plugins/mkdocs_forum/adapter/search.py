"""Where words begin for the theme's search, which knows English ones alone."""

from typing import Final

from mkdocs.config.defaults import MkDocsConfig

SEARCH: Final = "material/search"

SEPARATOR: Final = r"\b(?:[CDJLMNSTcdjlmnst]|[Qq]u)['’]|[\s\-–—'’«»“”,;:!?.…()/]+"
"""What stands between words in French: what is elided as well, so that « l’offre » is found by
« offre », and whichever way the apostrophes are written there and in what is sought. A letter that
is left alone would be sought as the beginning of any word. Browsers count the spaces that don't
break among the others."""


def separate_words(config: MkDocsConfig) -> None:
    """Tell the search where words begin, unless the site says so itself."""
    search = config.plugins.get(SEARCH)
    is_french = str(config.theme.get("language")) == "fr"
    if search and is_french and not search.config.get("separator"):
        search.config["separator"] = SEPARATOR
