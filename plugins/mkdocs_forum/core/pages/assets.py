"""The forum's style sheet and scripts, put together from one file per component."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.pages.scripts import bundle, lean

STYLE = "assets/forum/forum.css"
"""Path of the style sheet below the root of the site."""
PRINT_STYLE = "assets/forum/print.css"
"""Path of the style sheet of documents to print."""

PRINT_SCRIPT = "assets/forum/print.js"
"""Path of the script that lets an address choose what is printed."""
SCRIPTS = "assets/forum/js/"
"""Folder of the scripts of pages."""
BUNDLES = (
    *("forms", "correct", "renderers", "filter", "not-found", "search", "search-results"),
    *("since", "keep"),
)
"""The modules that pages load, now or later; each is published with those that it imports."""
ALONE = ("turndown.js", "turndown-plugin-gfm.js", "licences.txt")
"""Those of the libraries that are published by themselves: few readers need them."""
FORM_SCRIPT = f"{SCRIPTS}forms.js"
"""Path of the module that such a page begins with."""
CORRECT_SCRIPT = f"{SCRIPTS}correct.js"
"""Path of the module of the page to correct a text."""
LIBRARIES = (
    "dompurify.js",
    "markdown-it.js",
    "markdown-it-abbr.js",
    "markdown-it-deflist.js",
    "markdown-it-footnote.js",
    "turndown.js",
    "turndown-plugin-gfm.js",
    "licences.txt",
)
"""What others wrote of the preview and the pasting; `.ci/vendor.py` fetches it."""

_ASSETS = Path(__file__).parents[2] / "assets"
_PAPER = _ASSETS / "css/paper.css"
_ICONS = _ASSETS / "css/icons.css"
_ICON = re.compile(r"^\.forum-icon--([\w-]+)", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_WIDE = re.compile(r"(?<=[{};])\s+|(?<=,)\n\s*|\s+(?=[{}])")


@cache
def assets() -> tuple[Output, ...]:
    """Give the style sheets, that of the pages from its components in order, and the scripts."""
    return tuple(_assets())


def _assets() -> Iterator[Output]:
    # Paper has the last word over what the others say of the screen.
    components = sorted((_ASSETS / "css").glob("*.css"), key=lambda path: (path == _PAPER, path))
    yield Output(STYLE, _plain("\n".join(path.read_text(encoding="utf-8") for path in components)))
    yield Output(PRINT_STYLE, _plain((_ASSETS / "print.css").read_text(encoding="utf-8")))
    yield Output(PRINT_SCRIPT, lean((_ASSETS / "print.js").read_text(encoding="utf-8")))
    sources = {
        # What others wrote is published as it came, with its licence.
        path: lean(text) if path.startswith("js/") else text
        for path, text in modules().items()
    }
    for name in BUNDLES:
        yield Output(f"{SCRIPTS}{name}.js", bundle(f"js/{name}.js", sources))
    for name in ALONE:
        yield Output(f"assets/forum/vendor/{name}", sources[f"vendor/{name}"])


def modules() -> dict[str, str]:
    """Give the scripts as they are written, and the libraries, by their paths."""
    paths = [*(_ASSETS / "js").glob("*.js"), *(_ASSETS / "vendor" / name for name in LIBRARIES)]
    return {
        path.relative_to(_ASSETS).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(paths)
        if path.is_file()
    }


def _plain(style: str) -> str:
    """Give a style sheet without what only those need who read it: comments, lines, indentation."""
    return _WIDE.sub("", _COMMENT.sub("", style)).strip() + "\n"


@cache
def drawn_icons() -> frozenset[str]:
    """Give the names of the icons that the style sheet draws."""
    return frozenset(_ICON.findall(_ICONS.read_text(encoding="utf-8")))


def lacking() -> list[str]:
    """Give the libraries that were not fetched."""
    return [name for name in LIBRARIES if not (_ASSETS / "vendor" / name).is_file()]
