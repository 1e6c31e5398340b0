"""The logo and the colour of a site, as the covers of its proceedings have them."""

from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_forum.adapter.theme.cards import colours_of
from mkdocs_forum.core.printing.description import Look


def look_of(files: Files, config: MkDocsConfig) -> Look:
    """Give the colour of a site, and its logo: a file of the site, or a drawing of its theme."""
    red, green, blue = colours_of(files, config).background
    return Look(_logo(files, config), f"#{red:02x}{green:02x}{blue:02x}")


def _logo(files: Files, config: MkDocsConfig) -> str:
    if chosen := config.theme.get("logo"):
        file = files.src_uris.get(str(chosen))
        return file.url if file else ""
    name = f".icons/{(config.theme.get('icon') or {}).get('logo')}"
    # Of one that the style sheet draws on pages, the drawing stands beside it.
    endings = ("-drawing.svg", ".svg")
    found = (Path(folder, name + end) for end in endings for folder in config.theme.dirs)
    drawing = next((path for path in found if path.is_file()), None)
    svg = quote(drawing.read_text(encoding="utf-8").strip()) if drawing else ""
    return svg and f"data:image/svg+xml;charset=utf-8,{svg}"
