"""Which HTML may stand in what members wrote, and why; what isn't named here is taken off."""

from collections.abc import Mapping
from typing import Final

from mkdocs_forum.core.words.slugs import SLUG

_PROSE = """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd label li mark ol p pre q rp rt ruby s samp
    small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
"""What Python-Markdown, its extensions and PyMdown's write, and plain prose in HTML."""
_BOXES = "input"
"""The boxes of task lists and the buttons of tabs; `_BOX` takes every other kind off."""
_SHAPES = "g path circle ellipse line polygon polyline rect"
"""Parts of icons. No `use`, `image`, `animate`, `style` or `foreignObject`: these fetch or run."""

ELEMENTS: Final = frozenset(f"{_PROSE} {_BOXES} svg {_SHAPES}".split())
"""Elements that stay. No forms, frames, media, buttons or landmarks: those are the site's own."""

_CODE = """
    desc embed foreignobject iframe math metadata noembed noframes noscript object plaintext script
    select style template textarea title xmp
"""
DROPPED: Final = frozenset(_CODE.split())
"""Elements that go with all that is in them: it is code, or shown by old browsers alone."""

_MERE = """
    address article aside big body button center dir fieldset font footer form head header hgroup
    html legend main menu nav nobr search section strike tt
"""
UNMISSED: Final = ELEMENTS | frozenset(_MERE.split())
"""Elements of which all that a reader could read stays: those that stay, and mere wrappings."""

_ANY = r"(?s:.*)"
_NO_TAG = r"[^<]*(?:<(?![a-zA-Z/!?])[^<]*)*"
_NUMBER = r"-?\d{1,5}"
_SIZE = r"\d{1,4}(?:px|%)?"
_EXTENT = r"\d{1,3}(?:\.\d{1,6})?(?:px)?|\d(?:\.\d{1,6})?em|(?:\d{1,2}(?:\.\d{1,6})?|100)%"
_SVG_NUMBERS = r"[\s\d.,eE+%-]*"

# No white space, control or invisible format character: browsers drop some and read on.
_SIGN = r"[^\s\x00-\x20\"<>\\`\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
# Within the site: no scheme, and no `//` or `\`, after which browsers read another host.
_WITHIN = rf"(?![^/?#]*:)(?!//){_SIGN}*"
_PAINT = r"none|currentColor|transparent|[a-zA-Z]{1,30}|#[0-9a-fA-F]{3,8}"

ADDRESS: Final = rf"https?://(?=[^/?#\s]){_SIGN}+|mailto:{_SIGN}+|tel:[\d+(). -]+|{_WITHIN}"
"""Where links may lead, in capitals or not. Matched as a whole: an address is refused for what it
isn't."""
IMAGE: Final = rf"(?=.){_WITHIN}"
"""Where images may come from: this site, since a remote one tells its host who reads what."""
RESERVED_IDS: Final = r"__|md-|forum_|print_"
"""Beginnings of the identifiers by which the theme and the forum find their own elements."""
IDENTIFIER: Final = (
    rf"(?!{RESERVED_IDS})[^\s\"'<>&`%\\]{{1,500}}"
    # Lines of code and tabs: nothing in the theme is called so.
    r"|__(?:codelineno|span|code)-[\w-]{1,60}|__tabbed_\d+_\d+"
)
"""Identifiers. `__config` would take the place of the theme's settings: its script would die. It
also does over `%` and `\\` in a link of the contents, which it decodes and puts into a selector."""
RESERVED_CLASSES: Final = (
    r"(?:md|mdx|js|forum|print|pagefind)(?:[-_]|$)|no-js$|__|tabbed-(?:button|control)"
)
"""Beginnings of the classes by which theme, forum and search find or lay out their own parts."""
OPEN_CLASSES: Final = frozenset({"md-button", "md-button--primary", "md-tag", "forum-asked"})
"""Classes with such a beginning that are meant for texts, and that of a talk's questions."""
FETCHING_CLASSES: Final = frozenset({"mermaid"})
"""Classes for which the theme fetches a script from a third party, unless the site has its own."""

_DRAWN = {
    "viewBox": _SVG_NUMBERS,
    "xmlns": r"http://www\.w3\.org/2000/svg",
    "width": r"[\d.]{1,8}(?:em|px|%)?",
    "height": r"[\d.]{1,8}(?:em|px|%)?",
    # No `url()`, which fetches.
    "fill": _PAINT,
    "stroke": _PAINT,
    "fill-rule": "nonzero|evenodd",
    "clip-rule": "nonzero|evenodd",
    "stroke-width": r"[\d.]{1,8}",
    "stroke-linecap": "butt|round|square",
    "stroke-linejoin": "bevel|miter|round",
    "opacity": r"[\d.]{1,8}",
    "d": r"[a-zA-Z\s\d.,+-]*",
    "points": _SVG_NUMBERS,
    **dict.fromkeys(("cx", "cy", "r", "rx", "ry", "x", "y"), _SVG_NUMBERS),
    **dict.fromkeys(("x1", "x2", "y1", "y2"), _SVG_NUMBERS),
}
"""Attributes of drawings and their shapes."""
EVERYWHERE: Final[Mapping[str, str]] = {
    "id": IDENTIFIER,
    "title": _NO_TAG,  # The theme's tooltips (`content.tooltips`) read it as HTML.
    "lang": r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*",  # What a screen reader needs.
    "dir": "ltr|rtl|auto",
    "style": r"\s*text-align:\s*(?:left|right|center|justify)\s*;?\s*",  # Columns of tables.
    "role": r"doc-[a-z]+|img|note|presentation",  # No role that makes a control of a text.
    "aria-hidden": "true|false",
    "aria-label": _ANY,
    "aria-describedby": IDENTIFIER,
    "aria-labelledby": IDENTIFIER,
}
"""Attributes of every element, each with what its value must match as a whole.

No `on…`: it runs. No `style` but for columns: it can cover the page. No `data-…`: theme, search and
other scripts act on them. No `hidden`, `tabindex`, `accesskey`: they take from readers.
"""
BY_ELEMENT: Final[Mapping[str, Mapping[str, str]]] = {
    "a": {
        "href": ADDRESS,
        "hreflang": r"[A-Za-z0-9-]{1,35}",
        "target": "_blank",  # No name of a window, which another page could hold.
        "rel": r"(?:\s*(?:author|external|license|nofollow|noopener|noreferrer|ugc))+\s*",
        "name": r"__codelineno-[\w-]{1,60}",  # Lines of code; other names are found by scripts.
    },
    "blockquote": {"cite": ADDRESS},
    "del": {"cite": ADDRESS, "datetime": r"[\w:.+ -]{1,40}"},
    "details": {"open": "|open|true"},
    "img": {
        "src": IMAGE,
        "alt": _ANY,
        "width": _SIZE,
        "height": _SIZE,
        "align": "left|right",  # The theme lets text flow around such an image.
        "loading": "lazy|eager",
    },
    "input": {
        "type": "checkbox|radio",
        "checked": "|checked|true",
        "disabled": "|disabled|true",
        "name": r"__tabbed_\d+",  # Tabs; an image of this kind would hide a function of the page.
    },
    "ins": {"cite": ADDRESS, "datetime": r"[\w:.+ -]{1,40}"},
    "label": {"for": IDENTIFIER},
    "li": {"value": _NUMBER},
    "ol": {"start": _NUMBER, "type": "[1aAiI]", "reversed": "|reversed"},
    "q": {"cite": ADDRESS},
    "span": {
        "data-linenos": r"[\d ]{1,12}",  # Numbers of lines of code.
        "data-forum-state": f"{SLUG}/{SLUG}",  # Place of a question's state.
    },
    "div": {"data-tabs": r"\d+:\d+"},
    "table": {"align": "left|right|center"},
    "td": {"align": "left|right|center|justify", "colspan": r"\d{1,3}", "rowspan": r"\d{1,3}"},
    "th": {
        "align": "left|right|center|justify",
        "colspan": r"\d{1,3}",
        "rowspan": r"\d{1,3}",
        "scope": "col|row|colgroup|rowgroup",
    },
    "col": {"span": r"\d{1,3}", "align": "left|right|center"},
    "colgroup": {"span": r"\d{1,3}"},
    "time": {"datetime": r"[\w:.+ -]{1,40}"},
    **{shape: {**_DRAWN, "transform": r"[a-zA-Z\s\d.,()+-]{1,200}"} for shape in _SHAPES.split()},
    # Shapes end where their drawing does. It could cover the page if it were turned or enlarged.
    "svg": {**_DRAWN, "width": _EXTENT, "height": _EXTENT},
}
"""Further attributes by element."""
