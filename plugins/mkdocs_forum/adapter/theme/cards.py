"""The cards of talks and questions among the files of a site, in the colours of its theme."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_forum.adapter.files import virtual_file
from mkdocs_forum.adapter.kept.place import cache_folder
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.cards.cards import card_path, cards_of
from mkdocs_forum.core.outputs.cards.colours import Colour, Colours, colour
from mkdocs_forum.core.outputs.cards.kept import CardMaker
from mkdocs_forum.core.pages.views import Views

_USUAL: Final = {"primary": "#4051b5", "accent": "#526cfe"}
"""The colours of the theme where a site chose none: indigo."""


def place_cards(
    views: Views, files: Files, config: MkDocsConfig, settings: Settings
) -> dict[tuple[str, str], str]:
    """Add the cards of all talks and questions to the files of a site, if it wants them.

    Returns:
        The path of each card, by what it shows.
    """
    if not settings.cards:
        return {}
    cards = cards_of(views, settings)
    maker = CardMaker(colours_of(files, config), cache_folder(config) / "cards")
    present = {file.dest_uri for file in files}
    paths = {key: card_path(*key, settings) for key in cards}
    for key, card in cards.items():
        if paths[key] not in present:
            files.append(virtual_file(config, paths[key], maker.make(card)))
    maker.clear(cards.values())
    return paths


def colours_of(files: Files, config: MkDocsConfig) -> Colours:
    """Give the colours of a site: those of its own styles, else those that its palette names."""
    background, accent = (_colour(role, files, config) for role in ("primary", "accent"))
    return Colours(background, accent)


def _colour(role: str, files: Files, config: MkDocsConfig) -> Colour:
    written = rf"--md-{role}-fg-color:\s*(#[0-9a-fA-F]{{3,8}})\b"
    palette = config.theme.get("palette") or {}
    # Of several, which a reader may change between, the first is that of the site.
    first: Mapping[str, Any] = (
        (palette[0] if palette else {}) if isinstance(palette, list) else palette
    )
    name = re.escape(str(first.get(role, "indigo")))
    named = rf"\[data-md-color-{role}={name}\]\s*\{{[^}}]*?{written}"
    own = (re.search(written, style) for style in _own_styles(files, config))
    themes = (re.search(named, style) for style in _theme_styles(config))
    found = next(filter(None, own), None) or next(filter(None, themes), None)
    return colour(found[1] if found else _USUAL[role])


def _own_styles(files: Files, config: MkDocsConfig) -> Iterator[str]:
    for path in config.extra_css:
        # The style of the forum itself has the colours of paper, too.
        if (file := files.src_uris.get(str(path))) and not file.generated_by:
            yield file.content_string


def _theme_styles(config: MkDocsConfig) -> Iterator[str]:
    for folder in config.theme.dirs:
        for path in sorted(Path(folder, "assets/stylesheets").glob("palette*.css")):
            yield path.read_text(encoding="utf-8")
