"""The schemas of the frontmatter, published for the editors of those who write."""

from collections.abc import Iterator
from functools import partial

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.schemas import SCHEMAS, schema, written
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.words.language import Language

FOLDER = "assets/forum/schemas/"
"""Folder of the schemas below the root of the site."""


def schemas(settings: Settings, language: str | None = None) -> Iterator[Output]:
    """Give the schema of each kind of entry.

    Arguments:
        settings: The options.
        language: Language of the descriptions; by default the site's.
    """
    base = settings.site_url and f"{settings.site_url}{FOLDER}"
    for name in SCHEMAS:
        made = partial(_schema, name, settings, Language(language or settings.language), base)
        yield Output(f"{FOLDER}{name}.json", made, (name, language))


def _schema(name: str, settings: Settings, language: Language, base: str) -> str:
    return written(schema(name, settings, language, base))
